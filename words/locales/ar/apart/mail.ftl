### ما تقوله رسائل البريد.

mail-hello = مرحبًا،
mail-hello-name = مرحبًا { $name }،
mail-ignore = إن لم تكن تتوقع هذه الرسالة فتجاهلها: لن يحدث شيء.
mail-link-once = يمكن استخدام الرابط مرة واحدة خلال 24 ساعة.

mail-invitation-subject = دعوة إلى { $organisation }
mail-invitation-from = يدعوك { $inviter } للانضمام إلى { $organisation }.
mail-invitation = أنت مدعو للانضمام إلى { $organisation }.
mail-your-code = الرمز الخاص بك:
mail-enter-code = افتح هذه الصفحة وأدخل الرمز:
mail-open-invitation = افتح الدعوة
mail-then-enter-code = أدخل الرمز في الصفحة.
mail-code-until = يمكن استخدام الرمز مرة واحدة حتى { $until }. بعد ذلك اطلب رمزًا جديدًا.

mail-choose-password = اختر كلمة مرور
mail-confirm = تأكيد
mail-welcome-subject = مرحبًا بك في { $organisation }
mail-welcome = مرحبًا بك في { $organisation }. اختر كلمة المرور.
mail-reset-subject = كلمة مرور جديدة لـ { $organisation }
mail-reset = يطلب منك أحد مسؤولي { $organisation } اختيار كلمة مرور جديدة.
mail-forgotten-subject = اختر كلمة مرور جديدة
mail-forgotten = طلب أحدهم، ولعله أنت، كلمة مرور جديدة لـ { $address }.
mail-recovery-subject = الوصول إلى { $organisation }
mail-recovery = يعيد إليك مشغّل الخادم الوصول إلى { $organisation }. اختر كلمة مرور جديدة.
mail-join-subject = الانضمام إلى { $organisation }
mail-join = تريد { $organisation } إضافة حسابك. أكّد موافقتك بكلمة المرور.

mail-address-confirm-subject = أكّد عنوانك الجديد
mail-address-confirm = طُلب أن يكون تسجيل الدخول إلى الحساب { $old } بهذا العنوان من الآن. أكّد أنه عنوانك.
mail-address-confirm-first = طلبت تسجيل الدخول إلى حسابك بهذا العنوان من الآن فصاعدًا. أكّد أنه عنوانك.
mail-address-ordered = أدخلت { $organisation } هذا العنوان لك. بعد أن تؤكّد أنه عنوانك يكون تسجيل الدخول إلى حسابك به من الآن.
mail-address-confirm-act = تأكيد العنوان
mail-address-confirm-otherwise = إن لم تكن تتوقع هذه الرسالة فتجاهلها: لن يتغير شيء.
mail-address-stop-subject = عنوانك على وشك التغيير
mail-address-stop = سيكون تسجيل الدخول إلى حسابك بالعنوان { $new } بدلًا من { $old } بعد تأكيده. إن كنت لا تريد ذلك فأوقفه خلال يوم، حتى بعد التأكيد.
mail-address-stop-act = إيقاف التغيير
mail-address-stop-otherwise = إن كنت أنت من طلب ذلك فلا حاجة إلى فعل شيء.

mail-moment = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
 } { $year }، { $time } { $zone }
