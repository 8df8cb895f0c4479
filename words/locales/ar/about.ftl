### حول هذه الصفحة: الإصدارات والمزامنة والتخزين والمفاتيح والفحص الذاتي.

about-sub = حالة { -brand } على هذا الجهاز.
about-state = الحالة
about-sync-now = المزامنة الآن
about-page = الصفحة
about-server = الخادم
about-server-not-reached = لم يمكن الوصول إليه
about-connection = الاتصال
about-last-sync = آخر مزامنة
about-never = لم تتم بعد
about-refused = مرفوض
about-storage = التخزين
about-storage-persistent = محفوظ على هذا الجهاز حتى تسجّل الخروج
about-storage-best-effort = محفوظ على هذا الجهاز؛ وقد يمسحه المتصفح عندما يوشك القرص أن يمتلئ
about-storage-none = غير محفوظ: { $reason }
about-tab = علامة التبويب هذه
about-tab-leads = تتصل بالخادم
about-tab-follows = تتبع علامة تبويب أخرى
about-records = السجلات على هذا الجهاز
about-data-version = إصدار البيانات

about-link-connecting = جارٍ الاتصال
about-link-online = متصل
about-link-slowed = متصل؛ طلب الخادم التمهّل
about-link-offline = غير متصل؛ تُعاد المحاولة تلقائيًا
about-link-intercepted = هناك شيء في الشبكة يجيب بدل الخادم؛ تُعاد المحاولة تلقائيًا
about-link-too-old = هذه الصفحة أقدم مما يقبله الخادم

about-keys = لوحة المفاتيح
about-key-close = إغلاق، أو إلغاء التحديد

about-check = الفحص الذاتي
about-check-sub = الصفحة والخادم والبرامج الأخرى تقرر وفق القواعد نفسها. ينفّذ الفحص هنا كل قرار منشور ويقارن النتائج.
about-check-run = تشغيل الفحص
about-check-unavailable = القرارات المنشورة غير متاحة حاليًا. حاول مرة أخرى عندما تكون متصلًا.
about-check-agree = { $count ->
    [one] متجه القواعد الوحيد متطابق.
    [two] متجها القواعد متطابقان.
    [few] جميع متجهات القواعد متطابقة، وعددها { $count }.
    [many] جميع متجهات القواعد متطابقة، وعددها { $count }.
   *[other] جميع متجهات القواعد متطابقة، وعددها { $count }.
}
about-check-differ = عدد متجهات القواعد المتطابقة { $passed } فقط من أصل { $count }. أول اختلاف: { $vector }، { $step }
about-check-nothing = لم تُفحص أي متجهات قواعد.
key-enter = Enter
key-space = المسافة
key-escape = Esc
key-shift = Shift
key-control = Ctrl
key-home = Home
key-end = End
key-pages = Page ↑ ↓
about-key-move = التنقل في القائمة
about-key-open = الفتح بجانب القائمة
about-key-select = التحديد؛ ومع Shift تحديد نطاق
about-key-menu = قائمة الصف
about-key-ends = أول صف وآخر صف

## Shortcuts.

shortcuts-title = اختصارات لوحة المفاتيح
shortcuts-everywhere = في كل مكان
shortcuts-lists = في القوائم
shortcuts-forms = في النماذج
shortcuts-matrix = في مصفوفة الأدوار
shortcut-search = البحث في القائمة
shortcut-new = إضافة شيء إلى القائمة
shortcut-select-more = التحديد أثناء التنقل
shortcut-select-all = تحديد كل ما يطابق
shortcut-save = حفظ
shortcut-cells = من خلية إلى أخرى
shortcut-toggle = تغيير الخلية
