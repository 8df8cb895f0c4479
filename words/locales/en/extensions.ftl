### The extensions of the organisation.

extensions-search = Search extensions
extensions-search-hint = Search extension, holder
extensions-found = { $count ->
    [one] { $count } extension
   *[other] { $count } extensions
}
extensions-of-range = { $from } to { $to }, { $count } free
extensions-of-none = { $count ->
    [one] { $count } taken; no range is set, any can be typed
   *[other] { $count } taken; no range is set, any can be typed
}
extensions-empty-title = No extensions yet
extensions-empty-sentence = Set the organisation’s range to see what is free, or assign any extension.
extensions-detail = Extension details
extensions-gone = No such extension
extensions-gone-means = It is outside the organisation’s range, and nobody has it.
extensions-outside = Outside the range
extensions-outside-means = It is not in the organisation’s range. Its holder keeps it until it is taken back.
extensions-any-phone = Any type
extensions-assign = Assign an extension
extensions-change = Change the extension
extensions-instead = In place of { $extension }, which is free then.
extensions-take-phones = { $count ->
    [one] { $count } phone no longer rings for it.
   *[other] { $count } phones no longer ring for it.
}
extensions-take-free = Others can have the extension at once.
