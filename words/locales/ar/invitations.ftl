### من لم يدخل بعد.

invitations-search = البحث بالاسم أو البريد
invitations-empty-title = لا أحد ينتظر
invitations-empty-sentence = كل من أُضيف قد دخل، أو لم يُضَف أحد بعد.
invitations-soon = تنتهي قريبًا
invitations-sent = أُرسلت
invitations-by = دعاه
invitations-expires = تنتهي
invitations-revoke-title = { $count ->
    [one] سحب دعوة { $name }؟
    [two] سحب دعوتين؟
    [few] سحب { $count } دعوات؟
   *[other] سحب { $count } دعوة؟
}
invitations-revoke-means = يتوقف الرمز والرابط في الرسالة عن العمل. يحتفظ المُعَدّون بمقاعدهم ويمكن دعوتهم من جديد.
invitations-revoked = { $count ->
    [one] سُحبت دعوة { $name }.
    [two] سُحبت دعوتان.
    [few] سُحبت { $count } دعوات.
   *[other] سُحبت { $count } دعوة.
}
invitations-earlier = تتوقف الرموز والروابط المرسلة سابقًا عن العمل.
invitations-send = إرسال
invitations-show = عرض في المستخدمين
invitations-sent-times = { $count ->
    [one] أُرسلت { $when }
    [two] أُرسلت مرتين، آخرهما { $when }
    [few] أُرسلت { $count } مرات، آخرها { $when }
   *[other] أُرسلت { $count } مرة، آخرها { $when }
}
invitations-scheduled = مجدولة
invitations-send-now = إرسال الآن
invitations-schedule = الإرسال في وقت محدد…
invitations-reschedule = تغيير الوقت…
invitations-call-off = إلغاء الموعد
invitations-schedule-title = دعوة { $name }
invitations-schedule-note = يرسل الخادم الرسالة في هذا الوقت، حتى لو لم يكن أحد مسجِّلًا الدخول.
invitations-scheduled-said = جُدولت الدعوة.
invitations-called-off = لن تُرسل دعوة { $name } من تلقاء نفسها.
invitations-goes-out = تُرسل { $when }
invitations-due = تُرسل في
invitations-due-by = { $when }، جدولها { $by }
