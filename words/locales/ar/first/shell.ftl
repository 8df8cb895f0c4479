### الإطار حول كل صفحة.

skip-to-content = انتقل إلى المحتوى
organisations = المؤسسات
pages = الصفحات
all-pages = كل الصفحات
more = المزيد
people = الأشخاص
telephony = نظام الهاتف
activity = النشاط
system = النظام
users = المستخدمون
import = الاستيراد
inbox = الوارد
sent-mail = البريد المرسل
security = الأمان
about = حول
count-refused = { $count ->
    [zero] لا شيء مرفوض
    [one] واحد مرفوض
    [two] اثنان مرفوضان
    [few] { $count } مرفوضة
    [many] { $count } مرفوضًا
   *[other] { $count } مرفوض
}
account-menu = { $name } { $email }، الحساب واللغة والمظهر
account = الحساب
language = اللغة
theme-light = فاتح
theme-dark = داكن
theme-device = مثل الجهاز
your-account = حسابك
sign-out = تسجيل الخروج
sign-in = تسجيل الدخول
update-ready = إصدار جديد من { -brand } جاهز. عملك محفوظ.
reload = إعادة التحميل
not-being-saved = لا يتم الحفظ.
network-in-the-way = هناك شيء في هذه الشبكة يجيب بدل الخادم: صفحة تسجيل دخول لفندق أو مقهى، أو وكيل. تابع العمل؛ تغييراتك محفوظة وستُرسل عند الوصول إلى الخادم. لتسجيل الدخول إلى الشبكة افتح أي موقع آخر.
session-over = انتهت جلستك. سجّل الدخول من جديد لمتابعة المزامنة؛ عملك محفوظ على هذا الجهاز.
page-too-old = هذه الصفحة أقدم مما يقبله الخادم. أعد تحميلها للمتابعة؛ عملك محفوظ.
not-found = غير موجود
not-found-title = لا يوجد شيء هنا
not-found-sentence = لا يؤدي هذا العنوان إلى أي صفحة في { -brand }.
no-access-title = لا يمكنك فتح هذه الصفحة
no-access-sentence = دورك لا يشملها. اسأل مالكًا أو مسؤولًا.
screen-missing-title = تعذّر تحميل هذا الجزء
screen-missing-sentence = هذا الجزء في ملف مستقل، ولم تُحضره الشبكة. لم يُفقد شيء؛ حاول مرة أخرى.
go-to-users = إلى المستخدمين
opening = جارٍ الفتح
could-not-open = تعذّر فتح { -brand }
page-title = { $page } · { -brand }
palette = بحث أو انتقال…
palette-command-key = ⌘ K
palette-control-key = Ctrl K
palette-open = انتقال…
extensions = الأرقام الداخلية
numbers = الأرقام
teams = الفرق
import-title = استيراد المستخدمين
import-contacts-title = استيراد جهات اتصال مشتركة
security-log = سجل الأمان
calls = المكالمات
figures = أرقام المكالمات
roles = الأدوار
roles-title = الأدوار والصلاحيات
invitations = الدعوات
contacts = جهات الاتصال المشتركة
recycle-bin = سلة المحذوفات
audit-log = سجل التدقيق
settings = الإعدادات
directory = الدليل
attention = يحتاج انتباهًا
