### Was gesagt wird, wenn die Seite selbst nichts sagen kann: Es steht in dem kleinen Skript, das sie lädt.

boot-crashed = Auf dieser Seite ist etwas schiefgegangen. Ihre Arbeit bleibt erhalten.
boot-unreachable = { -brand } kann nicht geladen werden: Der Server ist nicht erreichbar. Prüfen Sie Ihr Netz und laden Sie die Seite neu.
boot-unable = { -brand } kann hier nicht starten: Der Browser ist zu alt dafür, oder etwas im Netz verändert, was er lädt.
boot-intercepted = Etwas in diesem Netz antwortet anstelle des Servers, etwa eine Anmeldeseite. Öffnen Sie eine andere Website, um sich im Netz anzumelden, und laden Sie die Seite dann neu.
boot-unexpected = { -brand } kann nicht geladen werden: Der Server hat unerwartet geantwortet. Laden Sie die Seite gleich noch einmal.
