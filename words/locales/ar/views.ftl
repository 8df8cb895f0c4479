### Saving views of a list.

list-gone = أُزيل، أو لا يحق لك رؤيته.
list-view-save-note = تحفظ طريقة العرض البحث وعوامل التصفية والترتيب والأعمدة على هذا الجهاز.
list-view-name = اسم طريقة العرض
list-view-first = فتح القائمة بها
list-view-saved = حُفظت طريقة العرض «{ $name }».
list-view-taken = توجد طريقة عرض أخرى بهذا الاسم.
list-view-delete = حذف { $name }
list-views-first-none = بلا طريقة عرض
list-views-first-label = فتح القائمة بطريقة العرض
