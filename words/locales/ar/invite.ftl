### نموذج المستخدم الجديد، الذي يُدعى الآن أو يُجهَّز لوقت لاحق.

invite-save-prepared = حفظ كمُجهَّز
invite-what = ما المطلوب
invite-now = دعوة الآن
invite-later = تجهيز لوقت لاحق
invite-password = باسم دخول وكلمة مرور
invite-note = تُرسل فورًا رسالة بريد فيها رمز ورابط.
invite-note-offline = أنت غير متصل: ستُرسل الدعوة عند عودة الاتصال.
invite-note-prepared = لا تُرسل أي رسالة. يمكنك إرسال الدعوة لاحقًا.
invite-prepared = تم تجهيز { $email }.
invite-no-seats = جميع مقاعد التراخيص مشغولة، لذلك لا يمكن دعوة أحد الآن. يمكنك تجهيز المستخدم بلا ترخيص.
invite-example = name@example.com
invite-name-hint = يمكن للشخص تغييره عند القبول.
invite-no-role = بلا دور
invite-no-team = بلا فريق
invite-team-hint = يسري هذا الدور داخل فريق.
invite-choose-team = اختر فريقًا.
invite-password-title = إضافة مستخدم بكلمة مرور
invite-password-save = إضافة المستخدم
invite-password-note = لا تُرسل أي رسالة. أخبر الشخص بكلمة المرور؛ وسيغيّرها عند أول تسجيل دخول.
invite-password-done = يستطيع { $login } الآن تسجيل الدخول بكلمة المرور التي وضعتها، وسيغيّرها حينها.
invite-at = دعوة في وقت محدد
invite-at-title = دعوة مستخدم لاحقًا
invite-at-save = جدولة الدعوة
invite-at-note = يُجهَّز المستخدم الآن. ويرسل الخادم الرسالة في ذلك الوقت، ويمكنك حتى حينها تغييره أو إلغاؤه.
invite-at-note-offline = أنت غير متصل: يصل هذا إلى الخادم عند عودة الاتصال. تُرسل الرسالة في ذلك الوقت، أو حينها.
invite-at-done = تم تجهيز { $email } وستُرسل الدعوة في ذلك الوقت.

## ما يُتصل به وليس شخصًا.

system-make = إنشاء
system-made = أُنشئ { $name }.
system-offline = أنت غير متصل: يُنشأ عند عودة الاتصال.
system-target-hint = تحوّل قائمة الانتظار أو المجيب الآلي المكالمات. وما لا يحوّلها يرد عليها بنفسه.
