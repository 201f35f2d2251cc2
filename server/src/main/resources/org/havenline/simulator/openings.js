/** Ready first texts, so that a visitor need not invent a story. `name` is in the language itself. */
export const openings = [
  { lang: "en", name: "English", text: "Hi, is this the help line? My boss keeps my passport and I can't leave." },
  { lang: "es", name: "Español", text: "Hola, necesito ayuda. Me quitaron los documentos y no me pagan. ¿Hablan español?" },
  { lang: "fr", name: "Français", text: "Bonjour, j'ai besoin d'aide. Je travaille sans être payée et je ne peux pas sortir." },
  { lang: "ar", name: "العربية", text: "مرحبا، أحتاج إلى مساعدة. صاحبة البيت أخذت جواز سفري ولا تسمح لي بالخروج." },
  { lang: "uk", name: "Українська", text: "Добрий день, мені потрібна допомога. У мене забрали паспорт і не відпускають." },
  { lang: "en", name: "Urgent", urgent: true, text: "please hurry. he locked us in and says tonight he will kill her if we talk. we are 2 girls, I am 15" },
];
