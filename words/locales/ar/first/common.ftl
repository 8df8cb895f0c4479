### ما تقوله صفحات كثيرة.

-brand = Rollcall

pending = معلّق
pending-title = بانتظار تأكيد الخادم
undelivered = لم يُسلَّم
undelivered-title = تعذّر تسليم رسالة بريد
close = إغلاق
cancel = إلغاء
save = حفظ
undo = تراجع
undone = تم التراجع.
dismiss = إخفاء
show-digits = إظهار الأرقام
show-password = إظهار كلمة المرور
needs-server = يتطلب هذا الخادم، ولا يمكن الوصول إليه حاليًا.
try-again = حاول مرة أخرى
loading = جارٍ التحميل

full-name = الاسم الكامل
optional = (اختياري)
scope-own = للشخص وحده
scope-organisation = في المؤسسة كلها
invite-user = دعوة مستخدم
prepare-user = تجهيز مستخدم
new-system = إنشاء غرفة مؤتمرات أو مجيب آلي أو قائمة انتظار
send-invitation = إرسال الدعوة
invitation-sent = تم إرسال الدعوة إلى { $name }.
invitation-sent-later = ستُرسل الدعوة إلى { $name } عند عودة الاتصال.
saved = تم الحفظ.
done = تم
actions = الإجراءات

standing-active = نشط
standing-prepared = مُجهَّز
standing-invited = مدعو
standing-expired = دعوة منتهية
standing-suspended = موقوف

seats-taken = { $taken } من { $seats }
seats-taken-unlimited = { $taken } مستخدمة
seats-of-licence = { $licence }: المقاعد المشغولة { $taken } من { $seats }
seats-of-licence-unlimited = { $licence }: المقاعد المشغولة { $taken }
seats-left = المتاح { $left } من { $seats }
seats-none-left = لا مقعد متاحًا من أصل { $seats }
licence-seats-left = { $licence } – المتاح { $left } من { $seats }
licence-none-left = { $licence } – لا مقعد متاحًا من أصل { $seats }
licence-unlimited = { $licence } – بلا حد
so-many-of = { $done } من { $all }

organisation = المؤسسة
organisation-hint = اسمها المختصر، مثل acme.
your-organisation = مؤسستك
new-password = كلمة مرور جديدة
enter-password = أدخل كلمة مرورك.
enter-identifier = أدخل عنوان بريدك الإلكتروني أو رقم جوالك أو اسم تسجيل الدخول.
identifier-hint = أو رقم جوالك أو اسم تسجيل الدخول.
forgot-password = هل نسيت كلمة المرور؟
go-to-sign-in = إلى تسجيل الدخول
go-on = متابعة

refresh = تحديث
download-failed = لم يحفظ المتصفح الملف. اسمح بالتنزيلات لهذا الموقع ثم حاول مرة أخرى.
leave-title = هل تريد تجاهل التغييرات؟
leave-question = ما أدخلته في هذا النموذج لم يُحفظ.
leave-yes = تجاهل التغييرات
discard = تجاهل
