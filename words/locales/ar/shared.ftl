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
