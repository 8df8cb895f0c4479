### ما في الحقل حين يغيّره شخصان.

value-text = { $text }
value-none = فارغ
value-extra = { $key }: { $value }
value-switch = { $on ->
    [yes] نعم
   *[no] لا
}
value-public = { $public ->
    [yes] عام
   *[no] خاص
}
value-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
value-keeps-licences = { $keeps ->
    [yes] يحتفظ بتراخيصه
   *[no] تُسحب التراخيص
}
value-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
value-seconds = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
value-range = من { $from } إلى { $to }
value-link-off = { $mobile }، متوقف
value-voicemail-of = البريد الصوتي لـ { $who }
value-number-kind = { $kind ->
    [virtual] رقم افتراضي
    [landline] خط أرضي
    [mobile] جوال
    [work] رقم عمل
   *[group] رقم مجموعة
}
value-phone-type = { $phone ->
    [softphone] هاتف برمجي
    [webphone] هاتف ويب
   *[desk_phone] هاتف مكتبي
}
value-scope = { $scope ->
    [own] لصاحبه وحده
    [team] في فريق
   *[organisation] في المؤسسة كلها
}
value-strategy = { $strategy ->
    [all_at_once] الجميع معًا
    [in_order] بترتيب الأسماء
    [round_robin] بالتناوب
   *[longest_idle] الأطول وقتًا بلا مكالمة أولًا
}
value-always-open = مفتوح دائمًا
value-shift = { $day ->
    [monday] الاثنين، { $from }–{ $to }
    [tuesday] الثلاثاء، { $from }–{ $to }
    [wednesday] الأربعاء، { $from }–{ $to }
    [thursday] الخميس، { $from }–{ $to }
    [friday] الجمعة، { $from }–{ $to }
    [saturday] السبت، { $from }–{ $to }
   *[sunday] الأحد، { $from }–{ $to }
}
value-rule = { $when ->
    [always] دائمًا: { $action }
    [busy] عند الانشغال: { $action }
    [no_answer] عند عدم الرد: { $action }
    [unreachable] عند تعذّر الوصول: { $action }
   *[hours] في أوقات معينة: { $action }
}
value-action-ring = { $count ->
    [zero] الرنين { $count } ثانية
    [one] الرنين ثانية واحدة
    [two] الرنين ثانيتين
    [few] الرنين { $count } ثوانٍ
    [many] الرنين { $count } ثانية
   *[other] الرنين { $count } ثانية
}
value-action-forward = التحويل إلى { $target }
value-action-voicemail = البريد الصوتي
value-action-reject = رفض المكالمة
