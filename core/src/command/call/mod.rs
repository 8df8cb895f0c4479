//! Calls, and what a user says of how to take them.

mod answer_call;
mod end_call;
mod report_calls;
mod set_answering;
mod set_call_policy;
mod set_presence;
mod set_voicemail;
mod start_call;

pub use answer_call::AnswerCall;
pub use end_call::EndCall;
pub use report_calls::{MAX_REPORTS, ReportCalls};
pub use set_answering::SetAnswering;
pub use set_call_policy::SetCallPolicy;
pub use set_presence::SetPresence;
pub use set_voicemail::SetVoicemail;
pub use start_call::StartCall;
