//! Icons, drawn as strokes on a grid of 24, so that they take colour and size from the text beside them.

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Alert,
    ArrowDown,
    ArrowUp,
    Back,
    Bookmark,
    Card,
    Chart,
    Check,
    Chevrons,
    Clock,
    Close,
    CloudOff,
    Columns,
    Download,
    Edit,
    Eye,
    Filter,
    Grip,
    Inbox,
    Info,
    Key,
    Mail,
    Monitor,
    Moon,
    More,
    Out,
    Pause,
    Phone,
    Play,
    Plus,
    Refresh,
    Search,
    Send,
    Globe,
    Hash,
    Shield,
    Sliders,
    Sort,
    Sun,
    Teams,
    Trash,
    Undo,
    Upload,
    UserPlus,
    Users,
}

impl Icon {
    /// Whether it points where lines go, and is mirrored where they begin at the right.
    pub const fn points(self) -> bool {
        matches!(self, Self::Back | Self::Out | Self::Send | Self::Undo)
    }

    /// The strokes, as an SVG path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Alert => {
                "M10.3 3.9 1.8 18a2 2 0 0 0 1.7 3h17a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0zM12 9v4M12 17h.01"
            }
            Self::ArrowDown => "M12 5v14M19 12l-7 7-7-7",
            Self::ArrowUp => "M12 19V5M5 12l7-7 7 7",
            Self::Back => "M19 12H5M12 19l-7-7 7-7",
            Self::Bookmark => "M18 21l-6-4-6 4V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2z",
            Self::Card => "M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM2 10h20",
            Self::Chart => "M3 3v18h18M8 17v-5M13 17V7M18 17v-8",
            Self::Check => "M20 6 9 17l-5-5",
            Self::Chevrons => "M7 15l5 5 5-5M7 9l5-5 5 5",
            Self::Clock => "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M12 6v6l4 2",
            Self::Close => "M18 6 6 18M6 6l12 12",
            Self::CloudOff => {
                "M2 2l20 20M5.8 5.8A7 7 0 0 0 9 19h8.5a4.5 4.5 0 0 0 1.3-.2M21.5 16.5a4.5 4.5 0 0 0-4-6.5h-1.8a7 7 0 0 0-5.7-4.9"
            }
            Self::Columns => "M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM9 4v16M15 4v16",
            Self::Download => "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5M12 15V3",
            Self::Edit => "M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4z",
            Self::Eye => "M1 12s4-8 11-8 11 8 11 8-4 8-11 8-11-8-11-8zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Grip => "M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01",
            Self::Inbox => {
                "M22 12h-6l-2 3h-4l-2-3H2M5.5 5.1 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.5-6.9A2 2 0 0 0 16.8 4H7.2a2 2 0 0 0-1.7 1.1z"
            }
            Self::Info => "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M12 16v-4M12 8h.01",
            Self::Key => {
                "M21 2l-2 2m-7.6 7.6a5.5 5.5 0 1 1-7.8 7.8 5.5 5.5 0 0 1 7.8-7.8zm0 0L19 4m-3.5 3.5L18.5 10.5 22 7l-3-3"
            }
            Self::Mail => {
                "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM22 7l-9 5.7a1.9 1.9 0 0 1-2 0L2 7"
            }
            Self::Monitor => "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 21h8M12 17v4",
            Self::Moon => "M21 12.8A9 9 0 1 1 11.2 3a7 7 0 0 0 9.8 9.8z",
            Self::More => "M12 12h.01M19 12h.01M5 12h.01",
            Self::Out => "M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4M16 17l5-5-5-5M21 12H9",
            Self::Pause => "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M10 15V9M14 15V9",
            Self::Phone => {
                "M22 16.9v3a2 2 0 0 1-2.2 2 19.8 19.8 0 0 1-8.6-3.1 19.5 19.5 0 0 1-6-6A19.8 19.8 0 0 1 2.1 4.2 2 2 0 0 1 4.1 2h3a2 2 0 0 1 2 1.7c.1 1 .4 1.9.7 2.8a2 2 0 0 1-.4 2.1L8.1 9.9a16 16 0 0 0 6 6l1.3-1.3a2 2 0 0 1 2.1-.4c.9.3 1.8.6 2.8.7a2 2 0 0 1 1.7 2z"
            }
            Self::Play => "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M10 8l6 4-6 4z",
            Self::Plus => "M5 12h14M12 5v14",
            Self::Refresh => "M3 12a9 9 0 0 1 15-6.7L21 8M21 3v5h-5M21 12a9 9 0 0 1-15 6.7L3 16M3 21v-5h5",
            Self::Search => "M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0M21 21l-4.3-4.3",
            Self::Send => "M22 2l-7 20-4-9-9-4zM22 2 11 13",
            Self::Globe => {
                "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM2 12h20M12 2a15 15 0 0 1 4 10 15 15 0 0 1-4 10 15 15 0 0 1-4-10 15 15 0 0 1 4-10z"
            }
            Self::Hash => "M4 9h16M4 15h16M10 3 8 21M16 3l-2 18",
            Self::Shield => "M12 22s8-4 8-10V5l-8-3-8 3v7c0 6 8 10 8 10z",
            Self::Sliders => "M4 21v-7M4 10V3M12 21v-9M12 8V3M20 21v-5M20 12V3M1 14h6M9 8h6M17 16h6",
            Self::Sort => "M7 4v16M3 16l4 4 4-4M17 20V4M13 8l4-4 4 4",
            Self::Sun => {
                "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4"
            }
            Self::Teams => {
                "M15 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0M8 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0M22 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0M12 9v3M5 15v-1a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v1"
            }
            Self::Trash => {
                "M3 6h18M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2M10 11v6M14 11v6"
            }
            Self::Undo => "M3 7v6h6M21 17a9 9 0 0 0-15-6.7L3 13",
            Self::Upload => "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M17 8l-5-5-5 5M12 3v12",
            Self::UserPlus => {
                "M16 21v-2a4 4 0 0 0-4-4H5a4 4 0 0 0-4 4v2M12.5 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0M20 8v6M23 11h-6"
            }
            Self::Users => {
                "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M13 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0M22 21v-2a4 4 0 0 0-3-3.9M16 3.1a4 4 0 0 1 0 7.8"
            }
        }
    }
}
