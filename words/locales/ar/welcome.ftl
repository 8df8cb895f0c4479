### الخطوات الأولى لمؤسسة جديدة.

welcome-title = مرحبًا. ثلاث خطوات للبداية
welcome-sub = بأي ترتيب تشاء. ما اكتمل تظهر عليه علامة.
welcome-dismiss = لا تُظهر هذا مجددًا
welcome-done = تم
welcome-invite = دعوة شخص
welcome-invite-note = بالبريد، مع دور ورقم داخلي. أو سلّمه رابطًا.
welcome-import = استيراد الباقين
welcome-import-note = قائمة من جدول بيانات أو من نظام هاتف آخر، مع الفرق والأرقام؛ وتُفحص قبل تنفيذ أي شيء.
welcome-teams = إنشاء فرق
welcome-teams-note = تستقبل المكالمات، ويتولى المدراء شؤونها.
