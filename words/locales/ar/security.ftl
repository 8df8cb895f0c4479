### سجلات الأمان، ومن أين جاء كل حدث.

security-log-sub = عمليات تسجيل الدخول وكلمات المرور والعناوين والروابط الخاصة بمستخدمي هذه المؤسسة.
security-nothing-title = لا شيء بعد
security-nothing = ما يحدث من الآن يظهر هنا.
security-older = عرض الأقدم
security-user-gone = مستخدم لم يعد هنا

security-own-signed-in = سجّلت الدخول
security-own-sign-in-failed = حاول شخص تسجيل الدخول بكلمة مرور خاطئة
security-own-signed-out = سجّلت الخروج
security-own-session-ended = أُنهيت جلسة
security-own-link-mailed = أُرسل إليك رابط لتعيين كلمة مرور
security-own-password-set = عُيّنت كلمة مرور عبر رابط مرسل بالبريد
security-own-password-changed = غيّرت كلمة مرورك
security-own-joined = أصبحت مستخدمًا في مؤسسة
security-own-address-change-asked = طُلب تغيير عنوان تسجيل الدخول الخاص بك
security-own-address-changed = تغيّر عنوان تسجيل الدخول الخاص بك
security-own-address-change-stopped = أُوقف تغيير عنوان تسجيل الدخول الخاص بك
security-own-reset-ordered = طلب أحد المسؤولين كلمة مرور جديدة
security-own-handed-over = استلم أحد المسؤولين رابطًا أو كلمة مرور مؤقتة لك
security-own-pin-set = عيّنت رمز بريدك الصوتي
security-own-recovery-ordered = بدأ مشغّل الخادم عملية استعادة

security-signed-in = تسجيل دخول
security-sign-in-failed = فشل تسجيل الدخول
security-signed-out = تسجيل خروج
security-session-ended = انتهاء جلسة
security-link-mailed = إرسال رابط بالبريد
security-password-set = تعيين كلمة المرور عبر رابط مرسل بالبريد
security-password-changed = تغيير كلمة المرور
security-joined = الانضمام إلى المؤسسة
security-address-change-asked = طلب تغيير عنوان تسجيل الدخول
security-address-changed = تغيير عنوان تسجيل الدخول
security-address-change-stopped = إيقاف تغيير عنوان تسجيل الدخول
security-reset-ordered = طلب كلمة مرور جديدة من أحد المسؤولين
security-handed-over = تسليم رابط أو كلمة مرور مؤقتة لأحد المسؤولين
security-pin-set = تعيين رمز البريد الصوتي
security-recovery-ordered = بدء عملية استعادة من المشغّل

browser-on = { $name } على { $system }
browser-named = { $name }
browser-unknown-on = متصفح على { $system }
browser-unknown = متصفح غير معروف
