### Gesendete Mails, wo es keinen Mailserver gibt, und Mails, die nicht zugestellt werden konnten.

mail-sub = Dieser Server hat keinen Mailserver, deshalb werden seine Mails hier aufbewahrt.
mail-none-title = Noch keine Mails
mail-none = Einladungen und Links, die gesendet werden, erscheinen hier.
mail-masked = Links und Codes sind verdeckt: Sie sind nur für den Empfänger bestimmt.
mail-to = An { $email }

