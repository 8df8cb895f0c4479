### What is said when the page itself can’t be: it stands in the small script that loads it.

boot-crashed = Something went wrong in this page. Your work is kept.
boot-unreachable = { -brand } can’t be loaded: the server can’t be reached. Check your network, then reload.
boot-unable = { -brand } can’t start here: the browser is too old for it, or something on the network changes what it loads.
boot-intercepted = Something on this network answers in place of the server, such as a sign-in page. Open another website to sign in to the network, then reload.
boot-unexpected = { -brand } can’t be loaded: the server gave an unexpected answer. Reload in a moment.
