import type { Language } from './language.ts'

export const english: Language = {
  code: 'en',
  country: 'US',
  firstNames: ['Alice', 'Gregory', 'Margaret', 'Desmond', 'Philippa', 'Leonard'],
  lastNames: ['Hargreaves', 'Sandringham', 'Pemberton', 'Kowalczyk', 'Thistlewood', 'Okonkwo'],
  legalForms: ['Inc.', 'LLC', 'Ltd.', 'Corp.'],
  phones: ['(202) 555-01xx', '202-555-01xx', '202.555.01xx', '1-202-555-01xx'],
  internationalPhone: '+1 202 555 01xx',
  digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  digitGap: ' ',
  at: ['(at)', '[at]', ' at ', ' AT '],
  dot: ['(dot)', '[dot]', ' dot ', ' DOT '],
  addresses: ['45x Example Street|, Springfield', '1x Maple Avenue, Suite 20', '2x0 Old Mill Road'],
  currency: ['$#', 'USD #', '# dollars', '€#'],
  thousands: ',',
  users: 'users',
  secretSentences: {
    phone: [
      'Please call me at {phone} after lunch.',
      'My direct line is {phone}.',
      'Phone: {phone}',
      'You reach us on {phone} any day.'
    ],
    email: ['Write to {email} please.', 'Send the offer to {email} and we will answer.', 'E-mail: {email}'],
    url: ['Our website is {url} if you want to look.', 'More about us: {url}', 'See {url} for the catalogue.'],
    messenger: ['You can also find me here: {messenger}.', '{messenger} works best for me.'],
    iban: ['The deposit goes to {iban} as agreed.'],
    address: ['Our office address: {address}', 'We are located at {address}'],
    name: ['Ask for {name} at the front desk.', 'This is {name}, head of operations.', 'Regards, {name}'],
    company: ['We at {company} sell machine parts.', '{company} needs a CRM.']
  },
  innocentSentences: [
    'We have {users} and a budget of {money}.',
    'We would like to start on {date} and finish by {date}.',
    'At the moment we use {product} and {product}, version {version}.',
    'About {big} records have to be migrated from {product}.',
    'Support should be there from {times}, Monday to Friday.',
    'We look at dashboards at least once a day, at the office.',
    'WhatsApp and Telegram have to be connected to Bitrix24.',
    'One or two trainings for three teams would do.',
    'Our order {order} of the old licence ends in {years}.',
    'The price per seat should stay below {money} a year.',
    'It is needed in 2 to 3 months, {iso} certified if possible.'
  ]
}

export const german: Language = {
  code: 'de',
  country: 'DE',
  firstNames: ['Erika', 'Jürgen', 'Annegret', 'Thorsten', 'Käthe', 'Björn'],
  lastNames: ['Mustermann', 'Schönfelder', 'Überreiter', 'Grünwald', 'Hasselhorn', 'Köpenick'],
  legalForms: ['GmbH', 'AG', 'GmbH & Co. KG', 'e.K.', 'UG'],
  phones: ['030 23125 xxx', '030/23125xxx', '0176 040690xx', '(030) 23 12 5x xx', '030-23125-xxx'],
  internationalPhone: '+49 30 23125 xxx',
  digits: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  digitGap: ' ',
  at: ['(at)', '[ät]', ' ät ', ' at '],
  dot: ['(punkt)', '[dot]', ' punkt ', ' Punkt '],
  addresses: ['Musterstraße 1x|, 10115 Berlin', 'Am Beispielweg 2x', 'Lange Allee 3xa|, 20095 Hamburg'],
  currency: ['# EUR', '# €', '€ #', '# Euro'],
  thousands: '.',
  users: 'Nutzer',
  secretSentences: {
    phone: [
      'Bitte rufen Sie mich unter {phone} an.',
      'Telefon: {phone}',
      'Sie erreichen uns am besten über {phone}.',
      'Meine Nummer lautet {phone}.'
    ],
    email: ['Schreiben Sie bitte an {email} zurück.', 'Das Angebot bitte an {email} schicken.', 'E-Mail: {email}'],
    url: ['Unsere Seite ist {url} und wird gerade erneuert.', 'Mehr über uns: {url}', 'Siehe {url} für Details.'],
    messenger: ['Gern auch hier: {messenger}.', '{messenger} geht am schnellsten.'],
    iban: ['Die Anzahlung läuft über {iban} wie besprochen.'],
    address: ['Anschrift: {address}', 'Unser Büro liegt in der Nähe, {address}'],
    name: ['Bitte nach {name} fragen.', 'Hier schreibt {name} aus dem Vertrieb.', 'Mit freundlichen Grüßen, {name}'],
    company: ['Wir von {company} verkaufen Maschinen.', '{company} sucht ein CRM.']
  },
  innocentSentences: [
    'Wir haben {users} und ein Budget von {money}.',
    'Start wäre am {date}, fertig bis {date}.',
    'Zurzeit nutzen wir {product} und {product} in Version {version}.',
    'Etwa {big} Datensätze ziehen aus {product} um.',
    'Der Support sollte von {times} erreichbar sein.',
    'Ein wichtiger Punkt in der Planung ist die Schulung.',
    'WhatsApp und Telegram sollen an Bitrix24 angebunden werden.',
    'Eine oder zwei Schulungen für drei Teams reichen.',
    'Die Bestellung {order} läuft {years} aus.',
    'Je Platz höchstens {money} im Jahr, zzgl. MwSt.',
    'Wir sind nach {iso} zertifiziert, z.B. für u.a. den Vertrieb.'
  ]
}

export const french: Language = {
  code: 'fr',
  country: 'FR',
  firstNames: ['Amélie', 'Gérard', 'Célestine', 'Thibault', 'Solène', 'Fabrice'],
  lastNames: ['Dufrêne', 'Lacombe', 'Beauséjour', 'Charpentier', 'Villeneuve', 'Desrosiers'],
  legalForms: ['SARL', 'SAS', 'S.A.', 'EURL'],
  phones: ['01 99 00 xx xx', '06.39.98.xx.xx', '01-99-00-xx-xx', '0639 98 xx xx'],
  internationalPhone: '+33 1 99 00 xx xx',
  digits: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  digitGap: ', ',
  at: ['(at)', ' arobase ', '[arobase]'],
  dot: ['(point)', ' point ', '[point]'],
  addresses: ['1x rue de la Fiction|, 75001 Paris', '2x bis avenue des Exemples', '3 place du Modèle'],
  currency: ['# €', '# euros', '# EUR'],
  thousands: ' ',
  users: 'utilisateurs',
  secretSentences: {
    phone: [
      'Appelez-moi au {phone} après midi.',
      'Téléphone : {phone}',
      'Vous pouvez nous joindre au {phone} en semaine.'
    ],
    email: ['Écrivez à {email} svp.', 'Envoyez le devis à {email} merci.', 'Courriel : {email}'],
    url: ['Notre site est {url} pour plus de détails.', 'Voir {url} pour le catalogue.'],
    messenger: ['Je suis aussi ici : {messenger}.', '{messenger} est plus rapide.'],
    iban: ['Acompte sur {iban} comme convenu.'],
    address: ['Adresse : {address}', 'Nos bureaux sont au {address}'],
    name: ['Demandez {name} à l’accueil.', 'Ici {name}, directrice commerciale.', 'Cordialement, {name}'],
    company: ['Chez {company} nous vendons des machines.', '{company} cherche un CRM.']
  },
  innocentSentences: [
    'Nous avons {users} et un budget de {money}.',
    'Début le {date}, fin le {date}.',
    'Nous utilisons {product} et {product}, version {version}.',
    'Environ {big} fiches viennent de {product}.',
    'Le point de départ est un audit, au point de vue technique aussi.',
    'Le support doit répondre de {times} du lundi au vendredi.',
    'WhatsApp et Telegram seront reliés à Bitrix24.',
    'Une ou deux formations pour trois équipes suffisent.',
    'La commande {order} se termine en {years}.',
    'Nous sommes certifiés {iso}.'
  ]
}

export const spanish: Language = {
  code: 'es',
  country: 'ES',
  firstNames: ['Begoña', 'Íñigo', 'Rocío', 'Joaquín', 'Almudena', 'Nicolás'],
  lastNames: ['Echevarría', 'Peñalver', 'Quiñones', 'Villaseñor', 'Zubizarreta', 'Montserrat'],
  legalForms: ['S.L.', 'S.A.', 'SLU'],
  phones: ['655 500 1xx', '91 000 0x xx', '655-500-1xx', '655.50.01.xx'],
  internationalPhone: '+34 655 500 1xx',
  digits: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  digitGap: ' ',
  at: ['(at)', ' arroba ', '[arroba]'],
  dot: ['(punto)', ' punto ', '[punto]'],
  addresses: ['Calle de la Ficción 1x|, 28001 Madrid', 'Avenida del Ejemplo, 2x', 'Plaza Mayor 3'],
  currency: ['# €', '# euros', 'EUR #'],
  thousands: '.',
  users: 'usuarios',
  secretSentences: {
    phone: ['Llámame al {phone} por la tarde.', 'Teléfono: {phone}', 'Mi número es {phone}.'],
    email: ['Escríbanos a {email} por favor.', 'Envíen la oferta a {email} cuanto antes.', 'Correo: {email}'],
    url: ['Nuestra web es {url} y está en obras.', 'Vean {url} para más detalles.'],
    messenger: ['También estoy aquí: {messenger}.', '{messenger} es lo más rápido.'],
    iban: ['El anticipo va a {iban} según lo hablado.'],
    address: ['Dirección: {address}', 'Nuestra oficina está en {address}'],
    name: ['Pregunten por {name} en recepción.', 'Les escribe {name}, jefa de ventas.', 'Saludos, {name}'],
    company: ['En {company} vendemos máquinas.', '{company} busca un CRM.']
  },
  innocentSentences: [
    'Tenemos {users} y un presupuesto de {money}.',
    'Empezamos el {date} y acabamos el {date}.',
    'Ahora usamos {product} y {product}, versión {version}.',
    'Unos {big} registros vienen de {product}.',
    'El punto de venta es lo principal, y el punto es que funcione.',
    'El soporte debe atender de {times}.',
    'Hay que conectar WhatsApp y Telegram con Bitrix24.',
    'Una o dos formaciones para tres equipos bastan.',
    'El pedido {order} vence en {years}.',
    'Tenemos la norma {iso}.'
  ]
}

export const portuguese: Language = {
  code: 'pt-BR',
  country: 'BR',
  firstNames: ['Conceição', 'João', 'Thaís', 'Ubiratan', 'Luísa', 'Antônio'],
  lastNames: ['Figueiredo', 'Magalhães', 'Brandão', 'Cavalcanti', 'Assunção', 'Guimarães'],
  legalForms: ['Ltda.', 'S.A.', 'EIRELI', 'ME'],
  phones: ['(11) 90000-0xxx', '(21) 5550-0xxx', '11 90000 0xxx', '(11)900000xxx'],
  internationalPhone: '+55 11 90000-0xxx',
  digits: ['zero', 'um', 'dois', 'três', 'quatro', 'cinco', 'meia', 'sete', 'oito', 'nove'],
  digitGap: ' ',
  at: ['(at)', ' arroba ', '[arroba]'],
  dot: ['(ponto)', ' ponto ', '[ponto]'],
  addresses: ['Rua da Ficção, 1xx|, São Paulo', 'Avenida do Exemplo 2xxx', 'Alameda dos Modelos, nº 3x'],
  currency: ['R$ #', '# reais', 'BRL #'],
  thousands: '.',
  users: 'usuários',
  secretSentences: {
    phone: ['Me ligue no {phone} à tarde.', 'Telefone: {phone}', 'Meu celular é {phone}.'],
    email: ['Escreva para {email} por favor.', 'Mande a proposta para {email} ainda hoje.', 'E-mail: {email}'],
    url: ['Nosso site é {url} e está em reforma.', 'Veja {url} para detalhes.'],
    messenger: ['Também estou aqui: {messenger}.', '{messenger} é o mais rápido.'],
    iban: ['O sinal vai para {iban} como combinado.'],
    address: ['Endereço: {address}', 'Ficamos na {address}'],
    name: ['Procure por {name} na recepção.', 'Aqui é {name}, gerente de vendas.', 'Abraços, {name}'],
    company: ['Na {company} vendemos máquinas.', '{company} procura um CRM.']
  },
  innocentSentences: [
    'Temos {users} e um orçamento de {money}.',
    'Começamos em {date} e terminamos em {date}.',
    'Hoje usamos {product} e {product}, versão {version}.',
    'Cerca de {big} registros vêm do {product}.',
    'O ponto com mais problemas é o ponto de venda.',
    'O suporte deve atender das {times}.',
    'WhatsApp e Telegram precisam ser ligados ao Bitrix24.',
    'Um ou dois treinamentos para três equipes bastam.',
    'O pedido {order} vence em {years}.',
    'Temos a norma {iso}.'
  ]
}
