### اختيار مؤسسة، وما يمكن فعله إن لم توجد مؤسسة للاختيار.

choose-title = اختر مؤسسة
choose-sub = ينتمي { $email } إلى أكثر من مؤسسة. يمكنك التبديل لاحقًا.
choose-password-title = كلمة مرور جديدة مطلوبة
choose-password-needed = كلمة مرور جديدة مطلوبة لفتح { $organisations }. أُرسل رابط لاختيارها إلى { $email }.
choose-send-again = إرسال الرابط مرة أخرى
choose-sent = رابط آخر في الطريق إليك.
choose-other-title = سجّل الدخول بطريقة أخرى
choose-other = لفتح { $organisations } سجّل الخروج ثم استخدم معرّفًا آخر لتسجيل الدخول: عنوان بريدك الإلكتروني أو رقم جوالك أو اسم تسجيل الدخول.
choose-none-title = لا توجد مؤسسة
choose-none = لا ينتمي حسابك إلى أي مؤسسة حاليًا. اطلب من أحد المسؤولين دعوتك، ثم سجّل الدخول من جديد.
choose-no-portal-title = لا يمكن الوصول إلى البوابة
choose-no-portal = لديك هاتف في { $organisations }، لكن دورك لا يفتح البوابة. اسأل أحد المسؤولين إذا كنت تحتاج إليها.
choose-unavailable-title = حاول مرة أخرى بعد قليل
choose-unavailable = يتعذّر فتح { $organisations } حاليًا. لم يُفقد شيء، وستواصل هذه الصفحة المحاولة.
