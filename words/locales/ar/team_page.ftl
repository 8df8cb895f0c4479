### صفحة الفريق وإنشاؤه.

gather-take = ترك { $name }

team-go = إلى الفرق
team-tabs = أجزاء هذا الفريق
team-managed-by = يديره { $names }
team-called-at = يُتصل به على { $numbers }
team-settings = الإعدادات

## إنشاء فريق.

team-new = فريق جديد
team-create = إنشاء الفريق
team-created = أُنشئ الفريق { $team }.
team-nobody-yet = لا أحد بعد. يمكن إضافة الأعضاء لاحقًا أيضًا.

## من فيه.

team-members-note = من أُضيف يدويًا أو من خلال دور أو كليهما. من جاء من خلال دور يغادر بانتهائه.
team-search = البحث عن عضو
team-nobody-found = لا عضو يطابق ذلك.
team-add-member = إضافة شخص
team-member-added = أُضيف { $name }.
team-remove-member = إزالة { $name }
team-member-removed = أُزيل { $name }.
team-roles-note = كل من لديه أحد هذه الأدوار ينتمي إلى الفريق ما دام الدور لديه.
team-no-roles = لا أدوار.
team-roles-saved = حُفظت أدوار الفريق.

## قنواته.

team-channels-note = كل من يرى الفريق يرى قنواته العامة؛ أما الخاصة فللأعضاء.
team-no-channels = لا قنوات.
team-public-note = عامة
team-private = خاصة
team-private-note = للأعضاء فقط
team-add-channel = إضافة قناة
team-channel-added = أُضيفت القناة.
team-edit-channel = تعديل { $channel }
team-channel-saved = حُفظت القناة.
team-delete-channel = حذف { $channel }
team-delete-channel-title = حذف القناة { $channel }؟
team-delete-channel-question = ستزول القناة لدى الجميع.
team-delete-channel-yes = حذف القناة
team-channel-deleted = حُذفت القناة { $channel }.

## أين تذهب مكالماته.

team-routing-note = من يرن هاتفه عند الاتصال بالفريق، ومتى يكون متاحًا، وأين تذهب المكالمات التي لا يجيب عنها أحد.
team-takes = يتلقى المكالمات
team-takes-note = يمكن للأرقام وقوائم الانتظار والفرق الأخرى إرسال المكالمات إليه.
team-takes-none = لا يتلقى مكالمات.
team-all-at-once = الجميع معًا
team-all-at-once-note = ترن هواتف كل المتاحين في الوقت نفسه.
team-in-order = واحدًا تلو الآخر
team-in-order-note = حسب الاسم، من البداية لكل مكالمة.
team-round-robin = بالتناوب
team-round-robin-note = يبدأ بعد آخر من أجاب.
team-longest-idle = الأطول بلا مكالمة
team-longest-idle-note = يرن أولًا هاتف من مضى عليه أطول وقت بلا مكالمة.
team-seconds = ثواني الرنين
team-overflow = عندما لا يجيب أحد أو يكون مغلقًا
team-overflow-hint = زميل أو فريق آخر أو بريد صوتي أو رقم خارجي. فارغ: تنتهي المكالمة.
team-always-open = متاح دائمًا
team-always-open-note = من دون ساعات عمل لا تغيّر العطلات شيئًا أيضًا.
team-holiday = عطلة
team-holiday-named = عطلة: { $name }
team-hours-zone = المنطقة الزمنية: { $zone }.
team-week = ساعات العمل في الأيام السبعة القادمة
team-week-note = اسحب داخل يوم لإضافة ساعات.
team-routing-saved = حُفظ توجيه المكالمات.
team-ringing-note = من سيرن هاتفه الآن ثم من بعده لو اتُّصل بالفريق في هذه اللحظة.

## ما يُفعل به.

team-name-note = اسمه وما يمثله.
team-saved = حُفظ الفريق.
team-picture-note = تظهر حيثما يظهر الفريق، وبلا شبكة أيضًا. يُحتفظ بوسط الصورة مصغّرًا.
team-use = الاستخدام
team-disable = تعطيل الفريق
team-disable-note = لا يراه بعد ذلك إلا من يديره، ولا يتلقى مكالمات. يبقى أعضاؤه وتتوقف الأدوار فيه.
team-disable-title = تعطيل { $team }؟
team-disabled-now = { $team } معطّل.
team-enable = تفعيل الفريق
team-enable-note = يراه أعضاؤه من جديد وتسري الأدوار فيه من جديد.
team-enabled = { $team } قيد الاستخدام من جديد.
team-delete = حذف الفريق
team-delete-note = يزول الفريق مع قنواته وعضوياته والأدوار التي مُنحت فيه.
team-pointing = تأتي المكالمات إلى هنا من
team-delete-title = حذف الفريق { $team }؟
team-delete-channels = { $count ->
    [zero] لا تُحذف أي قناة.
    [one] تُحذف قناة واحدة.
    [two] تُحذف قناتان.
    [few] تُحذف { $count } قنوات.
    [many] تُحذف { $count } قناة.
   *[other] تُحذف { $count } قناة.
}
team-delete-keeps = يبقى مستخدموه كما هم.
team-deleted = حُذف الفريق { $team }.
