### سجل التدقيق للمؤسسة.

activity-sub = من غيّر ماذا، الأحدث أولًا. السجل محفوظ على الخادم.
activity-unfound = لا شيء في السجل يطابق هذه المرشحات.
activity-empty-title = لا شيء بعد
activity-empty = لم يُفعل شيء يحق لك رؤيته.
activity-narrowing = تضييق السجل
activity-about = عن
activity-by = فعله
activity-what = ما فُعل
activity-anything = أي شيء
activity-by-what = بواسطة
activity-way = { $way ->
    [page] في الصفحة
    [import] الاستيراد
    [key] مفتاح API
   *[server] النظام
}
activity-from = من
activity-to = إلى
activity-clear = مسح المرشحات

history-by = فعله { $who }
history-by-import = فعله { $who } بالاستيراد
history-by-key = فعله برنامج لـ { $who } بمفتاح API
history-by-server = فعله النظام
history-hidden = شيء لا يجوز لك رؤيته كاملًا
history-before = قبل:
history-after = بعد:
history-permissions = الصلاحيات
history-about = ما يتعلق به

activity-verb = { $verb ->
    [found_organisation] تأسيس المؤسسة
    [edit_organisation] تعديل المؤسسة
    [set_policy] تغيير السياسة
    [set_keeping] تغيير مدد الحفظ
    [set_call_policy] تغيير قواعد المكالمات
    [change_holidays] تغيير العطلات
    [prepare_user] إعداد مستخدم
    [import_user] استيراد مستخدم
    [invite_user] دعوة مستخدم
    [send_invitation] إرسال دعوة
    [schedule_invitation] جدولة دعوة
    [resend_invitation] إعادة إرسال دعوة
    [revoke_invitation] سحب دعوة
    [accept_invitation] قبول دعوة
    [activate_user] تفعيل مستخدم
    [hand_over] تسليم بيانات الدخول
    [edit_profile] تعديل ملف شخصي
    [edit_extra] تعديل معلومات إضافية
    [set_identifiers] تغيير معرّفات الدخول
    [set_avatar] تغيير صورة
    [suspend_user] إيقاف مستخدم
    [reactivate_user] إعادة تنشيط مستخدم
    [reset_user] إعادة ضبط مستخدم
    [force_password_reset] طلب كلمة مرور جديدة
    [send_welcome] إرسال بريد ترحيب
    [end_sessions] إنهاء الجلسات
    [recover_owner] استعادة وصول مالك
    [off_board] ترتيب مغادرة مستخدم
    [delete_user] حذف مستخدم
    [restore_user] استعادة مستخدم
    [erase_user] محو بيانات مستخدم
    [create_system_user] إنشاء مستخدم نظام
    [edit_system_user] تعديل مستخدم نظام
    [create_role] إنشاء دور
    [edit_role] تعديل دور
    [delete_role] حذف دور
    [give_grant] منح دور أو صلاحية
    [take_grant] سحب دور أو صلاحية
    [replace_roles] استبدال الأدوار
    [create_team] إنشاء فريق
    [edit_team] تعديل فريق
    [add_member] إضافة عضو إلى فريق
    [remove_member] إزالة عضو من فريق
    [disable_team] تعطيل فريق
    [enable_team] تمكين فريق
    [delete_team] حذف فريق
    [set_team_roles] تغيير أدوار فريق
    [set_routing] تغيير توزيع مكالمات فريق
    [create_channel] إنشاء قناة
    [edit_channel] تعديل قناة
    [delete_channel] حذف قناة
    [add_licence] إضافة ترخيص
    [edit_licence] تعديل ترخيص
    [remove_licence] إزالة ترخيص
    [set_licence] تغيير ترخيص مستخدم
    [add_number] إضافة رقم
    [edit_number] تعديل رقم
    [assign_number] إسناد رقم
    [unassign_number] استرداد رقم
    [release_number] إنهاء حجر رقم
    [route_number] توجيه رقم
    [remove_number] إزالة رقم
    [link_mobile] ربط جوال
    [set_display_numbers] تغيير الأرقام الظاهرة
    [assign_extension] إسناد رقم داخلي
    [change_extension] تغيير رقم داخلي
    [unassign_extension] استرداد رقم داخلي
    [add_phone] إضافة هاتف
    [edit_phone] تعديل هاتف
    [delete_phone] حذف هاتف
    [set_answering] تغيير قواعد الرد
    [set_voicemail] تغيير البريد الصوتي
    [add_contact] إضافة جهة اتصال مشتركة
    [import_contact] استيراد جهة اتصال مشتركة
    [edit_contact] تعديل جهة اتصال مشتركة
    [delete_contact] حذف جهة اتصال مشتركة
    [carry_out] تنفيذ ما حان موعده
    [note_sign_ins] تدوين من سجّل الدخول
    [expire] إزالة ما انتهت مدته
   *[other] شيء آخر
}
