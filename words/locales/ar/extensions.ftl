### الأرقام الداخلية للمؤسسة.

extensions-search = البحث في الأرقام الداخلية
extensions-search-hint = البحث بالرقم أو صاحبه
extensions-found = { $count ->
    [one] رقم داخلي واحد
    [two] رقمان داخليان
    [few] { $count } أرقام داخلية
    [many] { $count } رقمًا داخليًا
   *[other] { $count } رقم داخلي
}
extensions-of-range = من { $from } إلى { $to }، المتاح: { $count }
extensions-of-none = المُسنَد: { $count }؛ لا نطاق محدد، ويمكن كتابة أي رقم
extensions-empty-title = لا أرقام داخلية بعد
extensions-empty-sentence = حدّد نطاق المؤسسة لترى المتاح، أو أسند أي رقم.
extensions-detail = تفاصيل الرقم الداخلي
extensions-gone = لا يوجد هذا الرقم الداخلي
extensions-gone-means = هو خارج نطاق المؤسسة، وليس لدى أحد.
extensions-outside = خارج النطاق
extensions-outside-means = ليس ضمن نطاق المؤسسة. يبقى لدى صاحبه إلى أن يُسترد.
extensions-any-phone = أي نوع
extensions-assign = إسناد رقم داخلي
extensions-change = تغيير الرقم الداخلي
extensions-instead = بدلًا من { $extension } الذي يصبح متاحًا.
extensions-take-phones = { $count ->
    [one] لن يرن له هاتف واحد.
    [two] لن يرن له هاتفان.
    [few] لن ترن له { $count } هواتف.
    [many] لن يرن له { $count } هاتفًا.
   *[other] لن يرن له { $count } هاتف.
}
extensions-take-free = يمكن لغيره الحصول على الرقم فورًا.
