### ما يفعله كل أمر، في صورة عنوان.

command-found-organisation = تأسيس { $organisation }
command-edit-organisation = تعديل المؤسسة
command-set-policy = تغيير سياسة المؤسسة
command-set-keeping = تغيير مدد الاحتفاظ
command-set-call-policy = تغيير مدة حفظ المكالمات والمهلة التي يُعدّ الرد خلالها في الوقت المناسب
command-change-holidays = تغيير أيام العطل
command-prepare-user = تجهيز { $who }
command-import-user = استيراد { $who }
command-invite-user = دعوة { $who }
command-send-invitation = إرسال الدعوة إلى { $who }
command-resend-invitation = إرسال الدعوة إلى { $who } مرة أخرى
command-revoke-invitation = سحب دعوة { $who }
command-accept-invitation = قبول دعوة { $who }
command-edit-profile = تعديل الملف الشخصي: { $who }
command-edit-extra = تعديل المعلومات الإضافية: { $who }
command-set-identifiers = تغيير معرّفات تسجيل الدخول: { $who }
command-give-licence = منح { $who } الترخيص { $licence }
command-take-licence = سحب الترخيص من { $who }
command-suspend-user = إيقاف { $who }
command-reactivate-user = إعادة تنشيط { $who }
command-reset-user = إعادة ضبط { $who }
command-force-password-reset = طلب كلمة مرور جديدة من { $who }
command-send-welcome = إرسال رسالة الترحيب إلى { $who }
command-hand-over-invitation = تسليم رابط ورمز إلى { $who }
command-hand-over-password = تسليم كلمة مرور مؤقتة إلى { $who }
command-activate-user = تنشيط { $who }
command-end-sessions = إنهاء جلسات { $who }
command-recover-owner = إعادة إمكانية الدخول إلى { $who }
command-erase-user = محو { $who } نهائيًا
command-delete-user = حذف { $who }
command-restore-user = استعادة { $who }
command-set-user-picture = تغيير صورة { $who }
command-set-team-picture = تغيير صورة الفريق { $team }
command-create-role = إنشاء الدور { $role }
command-edit-role = تعديل الدور { $role }
command-delete-role = حذف الدور { $role }
command-give-role = منح { $who } الدور { $role }
command-take-role = سحب الدور { $role } من { $who }
command-replace-roles = استبدال أدوار { $who }
command-give-permission = منح { $who } صلاحية «{ $permission }»
command-take-permission = سحب صلاحية «{ $permission }» من { $who }
command-create-team = إنشاء الفريق { $team }
command-edit-team = تعديل الفريق { $team }
command-add-member = إضافة { $who } إلى الفريق { $team }
command-remove-member = إزالة { $who } من الفريق { $team }
command-disable-team = تعطيل الفريق { $team }
command-enable-team = تفعيل الفريق { $team }
command-delete-team = حذف الفريق { $team }
command-set-team-roles = تغيير أدوار الفريق { $team }
command-set-routing = تغيير توجيه المكالمات إلى الفريق { $team }
command-create-channel = إنشاء القناة { $channel }
command-edit-channel = تعديل القناة { $channel }
command-delete-channel = حذف القناة { $channel }
command-add-licence = إضافة الترخيص { $licence }
command-edit-licence = تعديل الترخيص { $licence }
command-remove-licence = إزالة الترخيص { $licence }
command-add-number = إضافة الرقم { $number }
command-remove-number = إزالة الرقم { $number }
command-assign-number = تخصيص الرقم { $number } لـ { $who }
command-unassign-number = إلغاء تخصيص الرقم { $number }
command-release-number = إتاحة الرقم { $number } قبل انتهاء مدة حجزه
command-edit-number = تعديل الرقم { $number }
command-link-mobile = ربط الرقم { $number } بالرقم { $mobile }
command-switch-off-mobile = إيقاف ربط { $number } برقم { $mobile }
command-unlink-mobile = إلغاء ربط الرقم { $number }
command-route-number = تغيير وجهة المكالمات الواردة إلى { $number }
command-set-display-numbers = تغيير الأرقام المعروضة: { $who }
command-assign-extension = تخصيص الرقم الداخلي { $extension } لـ { $who }
command-change-extension = تغيير الرقم الداخلي إلى { $extension }: { $who }
command-unassign-extension = إلغاء تخصيص الرقم الداخلي: { $who }
command-add-phone = إضافة هاتف: { $who }
command-edit-phone = تعديل هاتف: { $who }
command-delete-phone = حذف هاتف: { $who }
command-delete-unknown-phone = حذف هاتف
command-set-answering = تغيير قواعد الرد: { $who }
command-set-voicemail = تغيير البريد الصوتي: { $who }
command-set-presence = تغيير حالة التواجد: { $who }
command-add-contact = إضافة جهة الاتصال { $contact }
command-edit-contact = تعديل جهة الاتصال { $contact }
command-delete-contact = حذف جهة الاتصال { $contact }
command-create-system-user = إنشاء مستخدم النظام { $name }
command-edit-system-user = تعديل مستخدم النظام { $name }
command-start-call = الإبلاغ عن مكالمة
command-answer-call = الإبلاغ عن رد على مكالمة: { $who }
command-end-call = الإبلاغ عن انتهاء مكالمة
command-report-calls = { $count ->
    [zero] الإبلاغ عن أحداث مكالمات
    [one] الإبلاغ عن حدث في مكالمة
    [two] الإبلاغ عن حدثين في مكالمات
    [few] الإبلاغ عن { $count } أحداث في مكالمات
    [many] الإبلاغ عن { $count } حدثًا في مكالمات
   *[other] الإبلاغ عن { $count } حدث في مكالمات
}
command-expire = إنهاء ما انتهت صلاحيته

gone-user = مستخدم لم يعد موجودًا
gone-team = (لم يعد موجودًا)
gone-role = (لم يعد موجودًا)
gone-licence = (لم يعد موجودًا)
gone-contact = (لم تعد موجودة)
gone-channel = (لم تعد موجودة)
unnamed-user = مستخدم
