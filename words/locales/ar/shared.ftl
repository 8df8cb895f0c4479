### What several parts of the page say that are fetched later.

no-licence = بلا ترخيص
choose-role = اختر دورًا
choose-team = اختر فريقًا
choose-scope = اختر النطاق
scope-team = في الفريق المختار أدناه
choose-licence = اختر ترخيصًا
your-password = كلمة مرورك
send-link = إرسال الرابط
link-until = يمكن استخدام هذا الرابط مرة واحدة حتى { $until }.
link-over-title = لم يعد هذا الرابط صالحًا
number-none = بلا رقم

## صورة.

picture-choose = اختيار صورة
picture-file = ملف الصورة
picture-remove = إزالة الصورة
picture-set = حُفظت الصورة.
picture-removed = أُزيلت الصورة.
picture-unreadable = هذا الملف ليس صورة يمكن قراءتها. اختر ملف PNG أو JPEG أو WebP.
