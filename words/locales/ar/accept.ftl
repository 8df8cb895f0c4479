### قبول دعوة.

invitation-expired-title = انتهت صلاحية هذه الدعوة
invitation-expired = اطلب من أحد مسؤولي { $organisation } إرسالها مرة أخرى.
invitation-used-title = قُبلت هذه الدعوة
invitation-used = أنت مستخدم في { $organisation } بالفعل. سجّل الدخول بكلمة مرورك.
invitation-ended-title = لم تعد هذه الدعوة صالحة
invitation-ended = سُحبت، أو أُرسلت دعوة أحدث. ابحث عن رسالة أحدث، أو اسأل أحد مسؤولي { $organisation }.
invitation-locked-title = هذه الدعوة مقفلة
invitation-locked = أُدخل رمز خاطئ مرات كثيرة. اطلب من أحد مسؤولي { $organisation } إرسال الدعوة مرة أخرى.
invitation-unknown-title = لا يؤدي هذا الرابط إلى أي دعوة
invitation-unknown = تأكد من نسخ الرابط كاملًا من الرسالة، أو اطلب من أحد المسؤولين إرسال الدعوة مرة أخرى.

accept-code-sub = أدخل الرمز الوارد في الرسالة إلى { $email }.
accept-code-handed = أدخل الرمز الذي استلمته مع الرابط.
accept-code-length = { $count ->
    [one] يتكون الرمز من حرف واحد.
    [two] يتكون الرمز من حرفين.
    [few] يتكون الرمز من { $count } أحرف.
    [many] يتكون الرمز من { $count } حرفًا.
   *[other] يتكون الرمز من { $count } حرف.
}
accept-about-you = عنك
accept-sign-in-as = ستسجّل الدخول باسم { $email }.
accept-known-title = سجّل الدخول للانضمام
accept-known = للعنوان { $email } حساب بالفعل.
accept-known-password = كلمة مرور حسابك.
accept-join = انضمام
accept-welcome = لقد انضممت، ويمكنك الآن إجراء المكالمات واستقبالها.
accept-open = فتح الدليل
