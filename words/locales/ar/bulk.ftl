### ما يُجرى على عدة مستخدمين دفعة واحدة: السؤال قبله، وما سيحدث، ومن يُستثنى، وما تم.

bulk-deleted-name = (محذوف)
bulk-more-names = { $count ->
    [one] واحد غيرها
    [two] اثنان غيرها
   *[other] { $count } غيرها
}

## ما سيحدث.

bulk-will-nothing = { $selected ->
    [one] لن يتغير شيء لدى المستخدم المحدد.
    [two] لن يتغير شيء لدى المستخدمَين المحددين.
    [few] لن يتغير شيء لدى المستخدمين المحددين وعددهم { $selected }.
   *[other] لن يتغير شيء لدى المستخدمين المحددين وعددهم { $selected }.
}
bulk-will-add-role = { $share ->
    [all] { $count ->
        [one] سيحصل مستخدم واحد على الدور { $role }.
        [two] سيحصل مستخدمان على الدور { $role }.
        [few] سيحصل { $count } مستخدمين على الدور { $role }.
        [many] سيحصل { $count } مستخدمًا على الدور { $role }.
       *[other] سيحصل { $count } مستخدم على الدور { $role }.
    }
   *[some] سيحصل { $count } من أصل { $selected } من المستخدمين المحددين على الدور { $role }.
}
bulk-will-add-role-in = { $share ->
    [all] { $count ->
        [one] سيحصل مستخدم واحد على الدور { $role } في الفريق { $team }.
        [two] سيحصل مستخدمان على الدور { $role } في الفريق { $team }.
        [few] سيحصل { $count } مستخدمين على الدور { $role } في الفريق { $team }.
        [many] سيحصل { $count } مستخدمًا على الدور { $role } في الفريق { $team }.
       *[other] سيحصل { $count } مستخدم على الدور { $role } في الفريق { $team }.
    }
   *[some] سيحصل { $count } من أصل { $selected } من المستخدمين المحددين على الدور { $role } في الفريق { $team }.
}
bulk-will-remove-role = { $share ->
    [all] { $count ->
        [one] سيفقد مستخدم واحد الدور { $role }.
        [two] سيفقد مستخدمان الدور { $role }.
        [few] سيفقد { $count } مستخدمين الدور { $role }.
        [many] سيفقد { $count } مستخدمًا الدور { $role }.
       *[other] سيفقد { $count } مستخدم الدور { $role }.
    }
   *[some] سيفقد { $count } من أصل { $selected } من المستخدمين المحددين الدور { $role }.
}
bulk-will-remove-role-in = { $share ->
    [all] { $count ->
        [one] سيفقد مستخدم واحد الدور { $role } في الفريق { $team }.
        [two] سيفقد مستخدمان الدور { $role } في الفريق { $team }.
        [few] سيفقد { $count } مستخدمين الدور { $role } في الفريق { $team }.
        [many] سيفقد { $count } مستخدمًا الدور { $role } في الفريق { $team }.
       *[other] سيفقد { $count } مستخدم الدور { $role } في الفريق { $team }.
    }
   *[some] سيفقد { $count } من أصل { $selected } من المستخدمين المحددين الدور { $role } في الفريق { $team }.
}
bulk-will-replace-roles = { $share ->
    [all] { $count ->
        [one] سيصبح لدى مستخدم واحد الدور { $role } بدلًا من الأدوار السابقة.
        [two] سيصبح لدى مستخدمَين الدور { $role } بدلًا من الأدوار السابقة.
        [few] سيصبح لدى { $count } مستخدمين الدور { $role } بدلًا من الأدوار السابقة.
        [many] سيصبح لدى { $count } مستخدمًا الدور { $role } بدلًا من الأدوار السابقة.
       *[other] سيصبح لدى { $count } مستخدم الدور { $role } بدلًا من الأدوار السابقة.
    }
   *[some] سيصبح لدى { $count } من أصل { $selected } من المستخدمين المحددين الدور { $role } بدلًا من الأدوار السابقة.
}
bulk-will-replace-roles-in = { $share ->
    [all] { $count ->
        [one] سيصبح لدى مستخدم واحد الدور { $role } في { $team } بدلًا من الأدوار السابقة.
        [two] سيصبح لدى مستخدمَين الدور { $role } في { $team } بدلًا من الأدوار السابقة.
        [few] سيصبح لدى { $count } مستخدمين الدور { $role } في { $team } بدلًا من الأدوار السابقة.
        [many] سيصبح لدى { $count } مستخدمًا الدور { $role } في { $team } بدلًا من الأدوار السابقة.
       *[other] سيصبح لدى { $count } مستخدم الدور { $role } في { $team } بدلًا من الأدوار السابقة.
    }
   *[some] سيصبح لدى { $count } من أصل { $selected } من المستخدمين المحددين الدور { $role } في { $team } بدلًا من الأدوار السابقة.
}
bulk-will-add-team = { $share ->
    [all] { $count ->
        [one] سينضم مستخدم واحد إلى الفريق { $team }.
        [two] سينضم مستخدمان إلى الفريق { $team }.
        [few] سينضم { $count } مستخدمين إلى الفريق { $team }.
        [many] سينضم { $count } مستخدمًا إلى الفريق { $team }.
       *[other] سينضم { $count } مستخدم إلى الفريق { $team }.
    }
   *[some] سينضم { $count } من أصل { $selected } من المستخدمين المحددين إلى الفريق { $team }.
}
bulk-will-remove-team = { $share ->
    [all] { $count ->
        [one] سيغادر مستخدم واحد الفريق { $team }.
        [two] سيغادر مستخدمان الفريق { $team }.
        [few] سيغادر { $count } مستخدمين الفريق { $team }.
        [many] سيغادر { $count } مستخدمًا الفريق { $team }.
       *[other] سيغادر { $count } مستخدم الفريق { $team }.
    }
   *[some] سيغادر { $count } من أصل { $selected } من المستخدمين المحددين الفريق { $team }.
}
bulk-will-add-licence = { $share ->
    [all] { $count ->
        [one] سيحصل مستخدم واحد على { $licence }.
        [two] سيحصل مستخدمان على { $licence }.
        [few] سيحصل { $count } مستخدمين على { $licence }.
        [many] سيحصل { $count } مستخدمًا على { $licence }.
       *[other] سيحصل { $count } مستخدم على { $licence }.
    }
   *[some] سيحصل { $count } من أصل { $selected } من المستخدمين المحددين على { $licence }.
}
bulk-will-remove-licence = { $share ->
    [all] { $count ->
        [one] سيتخلى مستخدم واحد عن { $licence }.
        [two] سيتخلى مستخدمان عن { $licence }.
        [few] سيتخلى { $count } مستخدمين عن { $licence }.
        [many] سيتخلى { $count } مستخدمًا عن { $licence }.
       *[other] سيتخلى { $count } مستخدم عن { $licence }.
    }
   *[some] سيتخلى { $count } من أصل { $selected } من المستخدمين المحددين عن { $licence }.
}
bulk-will-suspend = { $share ->
    [all] { $count ->
        [one] سيُوقَف مستخدم واحد.
        [two] سيُوقَف مستخدمان.
        [few] سيُوقَف { $count } مستخدمين.
        [many] سيُوقَف { $count } مستخدمًا.
       *[other] سيُوقَف { $count } مستخدم.
    }
   *[some] سيُوقَف { $count } من أصل { $selected } من المستخدمين المحددين.
}
bulk-will-delete = { $share ->
    [all] { $count ->
        [one] سيُحذف مستخدم واحد.
        [two] سيُحذف مستخدمان.
        [few] سيُحذف { $count } مستخدمين.
        [many] سيُحذف { $count } مستخدمًا.
       *[other] سيُحذف { $count } مستخدم.
    }
   *[some] سيُحذف { $count } من أصل { $selected } من المستخدمين المحددين.
}
bulk-will-send = { $share ->
    [all] { $count ->
        [one] سيتلقى مستخدم واحد دعوة.
        [two] سيتلقى مستخدمان دعوة.
        [few] سيتلقى { $count } مستخدمين دعوة.
        [many] سيتلقى { $count } مستخدمًا دعوة.
       *[other] سيتلقى { $count } مستخدم دعوة.
    }
   *[some] سيتلقى { $count } من أصل { $selected } من المستخدمين المحددين دعوة.
}

## الزر الذي ينفذه.

bulk-yes-give = { $count ->
    [one] منح مستخدم واحد
    [two] منح مستخدمَين
    [few] منح { $count } مستخدمين
    [many] منح { $count } مستخدمًا
   *[other] منح { $count } مستخدم
}
bulk-yes-take = { $count ->
    [one] سحب من مستخدم واحد
    [two] سحب من مستخدمَين
    [few] سحب من { $count } مستخدمين
    [many] سحب من { $count } مستخدمًا
   *[other] سحب من { $count } مستخدم
}
bulk-yes-replace = { $count ->
    [one] استبدال أدوار مستخدم واحد
    [two] استبدال أدوار مستخدمَين
    [few] استبدال أدوار { $count } مستخدمين
    [many] استبدال أدوار { $count } مستخدمًا
   *[other] استبدال أدوار { $count } مستخدم
}
bulk-yes-add = { $count ->
    [one] إضافة مستخدم واحد
    [two] إضافة مستخدمَين
    [few] إضافة { $count } مستخدمين
    [many] إضافة { $count } مستخدمًا
   *[other] إضافة { $count } مستخدم
}
bulk-yes-remove = { $count ->
    [one] إزالة مستخدم واحد
    [two] إزالة مستخدمَين
    [few] إزالة { $count } مستخدمين
    [many] إزالة { $count } مستخدمًا
   *[other] إزالة { $count } مستخدم
}
bulk-yes-suspend = { $count ->
    [one] إيقاف مستخدم واحد
    [two] إيقاف مستخدمَين
    [few] إيقاف { $count } مستخدمين
    [many] إيقاف { $count } مستخدمًا
   *[other] إيقاف { $count } مستخدم
}
bulk-yes-delete = { $count ->
    [one] حذف مستخدم واحد
    [two] حذف مستخدمَين
    [few] حذف { $count } مستخدمين
    [many] حذف { $count } مستخدمًا
   *[other] حذف { $count } مستخدم
}
bulk-yes-send = { $count ->
    [one] إرسال دعوة واحدة
    [two] إرسال دعوتين
    [few] إرسال { $count } دعوات
    [many] إرسال { $count } دعوة
   *[other] إرسال { $count } دعوة
}

## ما تم.

bulk-done-add-role = { $count ->
    [one] حصل مستخدم واحد على الدور { $role }.
    [two] حصل مستخدمان على الدور { $role }.
    [few] حصل { $count } مستخدمين على الدور { $role }.
    [many] حصل { $count } مستخدمًا على الدور { $role }.
   *[other] حصل { $count } مستخدم على الدور { $role }.
}
bulk-done-add-role-in = { $count ->
    [one] حصل مستخدم واحد على الدور { $role } في الفريق { $team }.
    [two] حصل مستخدمان على الدور { $role } في الفريق { $team }.
    [few] حصل { $count } مستخدمين على الدور { $role } في الفريق { $team }.
    [many] حصل { $count } مستخدمًا على الدور { $role } في الفريق { $team }.
   *[other] حصل { $count } مستخدم على الدور { $role } في الفريق { $team }.
}
bulk-done-remove-role = { $count ->
    [one] فقد مستخدم واحد الدور { $role }.
    [two] فقد مستخدمان الدور { $role }.
    [few] فقد { $count } مستخدمين الدور { $role }.
    [many] فقد { $count } مستخدمًا الدور { $role }.
   *[other] فقد { $count } مستخدم الدور { $role }.
}
bulk-done-remove-role-in = { $count ->
    [one] فقد مستخدم واحد الدور { $role } في الفريق { $team }.
    [two] فقد مستخدمان الدور { $role } في الفريق { $team }.
    [few] فقد { $count } مستخدمين الدور { $role } في الفريق { $team }.
    [many] فقد { $count } مستخدمًا الدور { $role } في الفريق { $team }.
   *[other] فقد { $count } مستخدم الدور { $role } في الفريق { $team }.
}
bulk-done-replace-roles = { $count ->
    [one] أصبح لدى مستخدم واحد الدور { $role }.
    [two] أصبح لدى مستخدمَين الدور { $role }.
    [few] أصبح لدى { $count } مستخدمين الدور { $role }.
    [many] أصبح لدى { $count } مستخدمًا الدور { $role }.
   *[other] أصبح لدى { $count } مستخدم الدور { $role }.
}
bulk-done-replace-roles-in = { $count ->
    [one] أصبح لدى مستخدم واحد الدور { $role } في { $team }.
    [two] أصبح لدى مستخدمَين الدور { $role } في { $team }.
    [few] أصبح لدى { $count } مستخدمين الدور { $role } في { $team }.
    [many] أصبح لدى { $count } مستخدمًا الدور { $role } في { $team }.
   *[other] أصبح لدى { $count } مستخدم الدور { $role } في { $team }.
}
bulk-done-add-team = { $count ->
    [one] انضم مستخدم واحد إلى الفريق { $team }.
    [two] انضم مستخدمان إلى الفريق { $team }.
    [few] انضم { $count } مستخدمين إلى الفريق { $team }.
    [many] انضم { $count } مستخدمًا إلى الفريق { $team }.
   *[other] انضم { $count } مستخدم إلى الفريق { $team }.
}
bulk-done-remove-team = { $count ->
    [one] غادر مستخدم واحد الفريق { $team }.
    [two] غادر مستخدمان الفريق { $team }.
    [few] غادر { $count } مستخدمين الفريق { $team }.
    [many] غادر { $count } مستخدمًا الفريق { $team }.
   *[other] غادر { $count } مستخدم الفريق { $team }.
}
bulk-done-add-licence = { $count ->
    [one] حصل مستخدم واحد على { $licence }.
    [two] حصل مستخدمان على { $licence }.
    [few] حصل { $count } مستخدمين على { $licence }.
    [many] حصل { $count } مستخدمًا على { $licence }.
   *[other] حصل { $count } مستخدم على { $licence }.
}
bulk-done-remove-licence = { $count ->
    [one] تخلى مستخدم واحد عن { $licence }.
    [two] تخلى مستخدمان عن { $licence }.
    [few] تخلى { $count } مستخدمين عن { $licence }.
    [many] تخلى { $count } مستخدمًا عن { $licence }.
   *[other] تخلى { $count } مستخدم عن { $licence }.
}
bulk-done-suspend = { $count ->
    [one] تم إيقاف مستخدم واحد.
    [two] تم إيقاف مستخدمَين.
    [few] تم إيقاف { $count } مستخدمين.
    [many] تم إيقاف { $count } مستخدمًا.
   *[other] تم إيقاف { $count } مستخدم.
}
bulk-done-delete = { $count ->
    [one] جارٍ حذف مستخدم واحد.
    [two] جارٍ حذف مستخدمَين.
    [few] جارٍ حذف { $count } مستخدمين.
    [many] جارٍ حذف { $count } مستخدمًا.
   *[other] جارٍ حذف { $count } مستخدم.
}
bulk-done-delete-offline = { $count ->
    [one] سيتم حذف مستخدم واحد عند عودة الاتصال.
    [two] سيتم حذف مستخدمَين عند عودة الاتصال.
    [few] سيتم حذف { $count } مستخدمين عند عودة الاتصال.
    [many] سيتم حذف { $count } مستخدمًا عند عودة الاتصال.
   *[other] سيتم حذف { $count } مستخدم عند عودة الاتصال.
}
bulk-done-send = { $count ->
    [one] تم إرسال دعوة واحدة.
    [two] تم إرسال دعوتين.
    [few] تم إرسال { $count } دعوات.
    [many] تم إرسال { $count } دعوة.
   *[other] تم إرسال { $count } دعوة.
}
bulk-done-send-offline = { $count ->
    [one] سيتم إرسال دعوة واحدة عند عودة الاتصال.
    [two] سيتم إرسال دعوتين عند عودة الاتصال.
    [few] سيتم إرسال { $count } دعوات عند عودة الاتصال.
    [many] سيتم إرسال { $count } دعوة عند عودة الاتصال.
   *[other] سيتم إرسال { $count } دعوة عند عودة الاتصال.
}

## سبب استثناء مستخدم.

bulk-already-add-role = لديه هذا الدور بالفعل.
bulk-already-remove-role = ليس لديه هذا الدور.
bulk-already-replace-roles = لديه هذا الدور وحده بالفعل.
bulk-already-add-team = موجود في الفريق بالفعل.
bulk-already-remove-team = ليس في الفريق.
bulk-already-add-licence = لديه هذا الترخيص بالفعل.
bulk-already-remove-licence = ليس لديه هذا الترخيص.
bulk-already-suspend = موقوف بالفعل.
bulk-already-delete = محذوف بالفعل.
bulk-already-send = لديه دعوة مفتوحة بالفعل.

## ما يترتب عليه لمستخدم واحد («-one») أو لعدة مستخدمين.

impact-signed-out-one = سيُسجَّل خروجه من كل الأجهزة فورًا.
impact-signed-out = { $count ->
    [one] سيُسجَّل خروج مستخدم واحد من كل الأجهزة فورًا.
    [two] سيُسجَّل خروج مستخدمَين من كل الأجهزة فورًا.
    [few] سيُسجَّل خروج { $count } مستخدمين من كل الأجهزة فورًا.
    [many] سيُسجَّل خروج { $count } مستخدمًا من كل الأجهزة فورًا.
   *[other] سيُسجَّل خروج { $count } مستخدم من كل الأجهزة فورًا.
}
impact-pool = { $licence } ({ $count })
impact-seats-back-one = { $count ->
    [one] يُخلي مقعدًا: { $licences }.
    [two] يُخلي مقعدين: { $licences }.
   *[other] يُخلي مقاعد: { $licences }.
}
impact-seats-back = مقاعد تُخلى: { $licences }.
impact-seats-taken-one = { $count ->
    [one] يشغل مقعدًا: { $licences }.
    [two] يشغل مقعدين: { $licences }.
   *[other] يشغل مقاعد: { $licences }.
}
impact-seats-taken = مقاعد تُشغل: { $licences }.
impact-lost-one = يفقد الصلاحيات: { $permissions }.
impact-lost = { $count ->
    [one] سيفقد مستخدم واحد صلاحيات: { $permissions }.
    [two] سيفقد مستخدمان صلاحيات: { $permissions }.
    [few] سيفقد { $count } مستخدمين صلاحيات: { $permissions }.
    [many] سيفقد { $count } مستخدمًا صلاحيات: { $permissions }.
   *[other] سيفقد { $count } مستخدم صلاحيات: { $permissions }.
}
impact-gained-one = يحصل على الصلاحيات: { $permissions }.
impact-gained = { $count ->
    [one] سيحصل مستخدم واحد على صلاحيات: { $permissions }.
    [two] سيحصل مستخدمان على صلاحيات: { $permissions }.
    [few] سيحصل { $count } مستخدمين على صلاحيات: { $permissions }.
    [many] سيحصل { $count } مستخدمًا على صلاحيات: { $permissions }.
   *[other] سيحصل { $count } مستخدم على صلاحيات: { $permissions }.
}
impact-left-one = { $count ->
    [one] يغادر الفريق { $teams }.
    [two] يغادر الفريقين { $teams }.
   *[other] يغادر الفرق { $teams }.
}
impact-left = { $count ->
    [one] تنتهي عضوية واحدة: { $teams }.
    [two] تنتهي عضويتان: { $teams }.
    [few] تنتهي { $count } عضويات: { $teams }.
   *[other] تنتهي { $count } عضوية: { $teams }.
}
impact-joined-one = { $count ->
    [one] ينضم إلى الفريق { $teams }.
    [two] ينضم إلى الفريقين { $teams }.
   *[other] ينضم إلى الفرق { $teams }.
}
impact-joined = { $count ->
    [one] تبدأ عضوية واحدة: { $teams }.
    [two] تبدأ عضويتان: { $teams }.
    [few] تبدأ { $count } عضويات: { $teams }.
   *[other] تبدأ { $count } عضوية: { $teams }.
}
impact-teams-disabled = { $count ->
    [one] سيُعطَّل الفريق { $teams } لأنه لم يبقَ فيه أحد.
    [two] سيُعطَّل الفريقان { $teams } لأنه لم يبقَ فيهما أحد.
   *[other] ستُعطَّل الفرق { $teams } لأنه لم يبقَ فيها أحد.
}
impact-extensions-freed = { $count ->
    [one] يصبح الرقم الداخلي { $extensions } متاحًا.
    [two] يصبح الرقمان الداخليان { $extensions } متاحين.
   *[other] تصبح الأرقام الداخلية { $extensions } متاحة.
}
impact-numbers-freed = { $count ->
    [one] يصبح الرقم { $numbers } متاحًا.
    [two] يصبح الرقمان { $numbers } متاحين.
   *[other] تصبح الأرقام { $numbers } متاحة.
}
impact-unrouted = { $count ->
    [one] هناك موضع واحد يوجّه المكالمات إلى هنا، ولن تصل بعد ذلك إلى أحد.
    [two] هناك موضعان يوجّهان المكالمات إلى هنا، ولن تصل بعد ذلك إلى أحد.
    [few] هناك { $count } مواضع توجّه المكالمات إلى هنا، ولن تصل بعد ذلك إلى أحد.
    [many] هناك { $count } موضعًا توجّه المكالمات إلى هنا، ولن تصل بعد ذلك إلى أحد.
   *[other] هناك { $count } موضع توجّه المكالمات إلى هنا، ولن تصل بعد ذلك إلى أحد.
}

## شريط المستخدمين المحددين.

bulk-title = { $what ->
    [role] { $count ->
        [one] دور مستخدم واحد
        [two] دور مستخدمَين
        [few] دور { $count } مستخدمين
        [many] دور { $count } مستخدمًا
       *[other] دور { $count } مستخدم
    }
    [team] { $count ->
        [one] فريق مستخدم واحد
        [two] فريق مستخدمَين
        [few] فريق { $count } مستخدمين
        [many] فريق { $count } مستخدمًا
       *[other] فريق { $count } مستخدم
    }
   *[licence] { $count ->
        [one] ترخيص مستخدم واحد
        [two] ترخيص مستخدمَين
        [few] ترخيص { $count } مستخدمين
        [many] ترخيص { $count } مستخدمًا
       *[other] ترخيص { $count } مستخدم
    }
}
bulk-way = ما المطلوب
bulk-give = منح
bulk-take = سحب
bulk-replace = استبدال كل الأدوار
bulk-add-to = إضافة إلى فريق
bulk-remove-from = إزالة من فريق

bulk-will-off-board = { $share ->
    [all] { $count ->
        [zero] ستُنهى خدمة { $count } مستخدم.
        [one] ستُنهى خدمة مستخدم واحد.
        [two] ستُنهى خدمة مستخدمَين.
        [few] ستُنهى خدمة { $count } مستخدمين.
        [many] ستُنهى خدمة { $count } مستخدمًا.
       *[other] ستُنهى خدمة { $count } مستخدم.
    }
   *[some] ستُنهى خدمة { $count } من أصل { $selected } من المستخدمين المحددين.
}
bulk-yes-off-board = { $count ->
    [zero] إنهاء خدمة { $count } مستخدم
    [one] إنهاء خدمة مستخدم واحد
    [two] إنهاء خدمة مستخدمَين
    [few] إنهاء خدمة { $count } مستخدمين
    [many] إنهاء خدمة { $count } مستخدمًا
   *[other] إنهاء خدمة { $count } مستخدم
}
bulk-done-off-board = { $count ->
    [zero] صدر أمر إنهاء خدمة { $count } مستخدم.
    [one] صدر أمر إنهاء خدمة مستخدم واحد.
    [two] صدر أمر إنهاء خدمة مستخدمَين.
    [few] صدر أمر إنهاء خدمة { $count } مستخدمين.
    [many] صدر أمر إنهاء خدمة { $count } مستخدمًا.
   *[other] صدر أمر إنهاء خدمة { $count } مستخدم.
}
bulk-already-off-board = صدر الأمر بذلك من قبل تمامًا.

## ما تعذّر تنفيذه لبعض من كثيرين.

bulk-results-title = لم يُنفَّذ كل شيء
bulk-results-done = { $count ->
    [zero] لم يُنفَّذ أي عنصر.
    [one] نُفِّذ لعنصر واحد.
    [two] نُفِّذ لعنصرين.
    [few] نُفِّذ لـ { $count } عناصر.
    [many] نُفِّذ لـ { $count } عنصرًا.
   *[other] نُفِّذ لـ { $count } عنصر.
}
bulk-results-failed = { $count ->
    [zero] لم يبقَ أي عنصر كما كان.
    [one] بقي عنصر واحد كما كان:
    [two] بقي عنصران كما كانا:
    [few] بقيت { $count } عناصر كما كانت:
    [many] بقي { $count } عنصرًا كما كان:
   *[other] بقي { $count } عنصر كما كان:
}
bulk-retry = { $count ->
    [zero] إعادة المحاولة
    [one] إعادة المحاولة
    [two] إعادة المحاولة لهذين العنصرين
    [few] إعادة المحاولة لهذه العناصر ({ $count })
    [many] إعادة المحاولة لهذه العناصر ({ $count })
   *[other] إعادة المحاولة لهذه العناصر ({ $count })
}
bulk-retried = { $count ->
    [zero] لم يُنفَّذ شيء.
    [one] نُفِّذ عنصر واحد.
    [two] نُفِّذ عنصران.
    [few] نُفِّذت { $count } عناصر.
    [many] نُفِّذ { $count } عنصرًا.
   *[other] نُفِّذ { $count } عنصر.
}
