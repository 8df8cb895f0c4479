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
