PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE offen (aenderung INTEGER NOT NULL, tag INTEGER NOT NULL) STRICT;
CREATE TABLE zaehler (naechste INTEGER NOT NULL) STRICT;
INSERT INTO zaehler VALUES(127);
CREATE TABLE kommune (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  ags TEXT,
  ars TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO kommune VALUES(23,'Stadt Braunschweig','03101000','031010000000',1,20261122);
CREATE TABLE kommune_log (
  id INTEGER NOT NULL, name TEXT, ags TEXT, ars TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE konzept (
  id INTEGER PRIMARY KEY,
  kommune INTEGER REFERENCES kommune(id),
  name TEXT NOT NULL,
  kurz TEXT,
  zeitraum TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO konzept VALUES(24,23,'Integration durch Konsens','IdK 2008','2007 - 2008',1,20261122);
INSERT INTO konzept VALUES(25,23,'Integrationskonzept Flüchtlinge','IKF 2016','2016',1,20261122);
CREATE TABLE konzept_log (
  id INTEGER NOT NULL, kommune INTEGER, name TEXT, kurz TEXT, zeitraum TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE quelle (
  id INTEGER PRIMARY KEY,
  datei TEXT NOT NULL,
  blatt TEXT,
  format TEXT,
  layout TEXT,
  pruefsumme TEXT,
  zellen INTEGER,
  kopfzellen INTEGER,
  platziert INTEGER,
  gelistet INTEGER,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO quelle VALUES(57,'lindenau.csv','','csv','maßnahmenkatalog','e255d4e5a71a0f24148f27e691f4eb0b0e3b38a2ed67ac6cb88bc953c42e8302',105,37,64,4,2,20180503);
INSERT INTO quelle VALUES(111,'lindenau-neu.csv','','csv','maßnahmenkatalog','0d8ca2fc16b78264e899f096c60a78033e338c4a11b440451e2306ddb817a7db',103,37,62,4,3,20191112);
INSERT INTO quelle VALUES(119,'dritte.csv','','csv','maßnahmenkatalog','bd231886836ebae4f2eefbab24ccfc5243cd32c9e497bea8c1d48c1130913129',103,37,62,4,4,20210201);
CREATE TABLE quelle_log (
  id INTEGER NOT NULL, datei TEXT, blatt TEXT, format TEXT, layout TEXT, pruefsumme TEXT, zellen INTEGER, kopfzellen INTEGER, platziert INTEGER, gelistet INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE katalog (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  layout TEXT,
  stand INTEGER,
  bearbeitungsstand TEXT CHECK (bearbeitungsstand IN ('vorläufig', 'abgestimmt', 'beschlossen')),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO katalog VALUES(54,'Maßnahmenkatalog zur Umsetzung der Integrationsplanung','maßnahmenkatalog',20210201,'vorläufig',4,20210201);
CREATE TABLE katalog_log (
  id INTEGER NOT NULL, name TEXT, layout TEXT, stand INTEGER, bearbeitungsstand TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
INSERT INTO katalog_log VALUES(54,'Maßnahmenkatalog zur Umsetzung der Integrationsplanung','maßnahmenkatalog',20180503,'vorläufig',2,3,20180503,20191112);
INSERT INTO katalog_log VALUES(54,'Maßnahmenkatalog zur Umsetzung der Integrationsplanung','maßnahmenkatalog',20191112,'vorläufig',3,4,20191112,20210201);
CREATE TABLE katalog_konzept (
  id INTEGER PRIMARY KEY,
  katalog INTEGER NOT NULL REFERENCES katalog(id),
  konzept INTEGER NOT NULL REFERENCES konzept(id),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO katalog_konzept VALUES(55,54,24,2,20180503);
INSERT INTO katalog_konzept VALUES(56,54,25,2,20180503);
CREATE TABLE katalog_konzept_log (
  id INTEGER NOT NULL, katalog INTEGER, konzept INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE handlungsfeld (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kurz TEXT,
  oberfeld INTEGER REFERENCES handlungsfeld(id),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO handlungsfeld VALUES(45,'Bildung',NULL,NULL,1,20261122);
INSERT INTO handlungsfeld VALUES(46,'IKO',NULL,NULL,1,20261122);
INSERT INTO handlungsfeld VALUES(47,'Steuerung-Koordination',NULL,NULL,1,20261122);
INSERT INTO handlungsfeld VALUES(61,'Sprache',NULL,NULL,2,20180503);
INSERT INTO handlungsfeld VALUES(95,'Wohnen',NULL,NULL,2,20180503);
CREATE TABLE handlungsfeld_log (
  id INTEGER NOT NULL, name TEXT, kurz TEXT, oberfeld INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE ziel (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  ebene TEXT CHECK (ebene IN ('Leitziel', 'Teilziel', 'Handlungsziel')),
  oberziel INTEGER REFERENCES ziel(id),
  frist TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO ziel VALUES(64,'Niemand wartet länger als vier Wochen auf einen Kurs',NULL,NULL,NULL,2,20180503);
INSERT INTO ziel VALUES(71,'Kinder sprechen bis zum Schulbeginn sicher Deutsch',NULL,NULL,NULL,2,20180503);
INSERT INTO ziel VALUES(81,'Eltern kennen das Schulsystem',NULL,NULL,NULL,2,20180503);
INSERT INTO ziel VALUES(88,'Ämter sind für alle da',NULL,NULL,NULL,2,20180503);
CREATE TABLE ziel_log (
  id INTEGER NOT NULL, text TEXT, ebene TEXT, oberziel INTEGER, frist TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE ziel_handlungsfeld (
  id INTEGER PRIMARY KEY,
  ziel INTEGER NOT NULL REFERENCES ziel(id),
  handlungsfeld INTEGER NOT NULL REFERENCES handlungsfeld(id),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO ziel_handlungsfeld VALUES(65,64,61,2,20180503);
INSERT INTO ziel_handlungsfeld VALUES(72,71,61,2,20180503);
INSERT INTO ziel_handlungsfeld VALUES(82,81,45,2,20180503);
INSERT INTO ziel_handlungsfeld VALUES(89,88,46,2,20180503);
CREATE TABLE ziel_handlungsfeld_log (
  id INTEGER NOT NULL, ziel INTEGER, handlungsfeld INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE akteur (
  id INTEGER PRIMARY KEY,
  art TEXT NOT NULL CHECK (art IN ('einheit', 'organisation', 'gruppe', 'funktion', 'person')),
  name TEXT NOT NULL,
  kuerzel TEXT,
  zweitkuerzel TEXT,
  oberhalb INTEGER REFERENCES akteur(id),
  bereich TEXT,
  geprueft INTEGER CHECK (geprueft IN (0, 1)),
  gueltig_von TEXT,
  gueltig_bis TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO akteur VALUES(26,'einheit','Referat 0120','Ref. 0120',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(27,'einheit','Referat 0200','Ref. 0200',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(28,'einheit','Fachbereich 10','FB 10',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(29,'einheit','Fachbereich 32','FB 32',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(30,'einheit','Fachbereich 40','FB 40','0400',NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(31,'einheit','Fachbereich 41','FB 41',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(32,'einheit','Fachbereich 50: Soziales und Gesundheit','FB 50',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(33,'einheit','Migrationsfragen und Integration','50.2',NULL,32,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(34,'einheit','Zentrale Koordinierungsstelle (ZK)','50.21',NULL,33,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(35,'einheit','Fachbereich 51: Kinder, Jugend und Familie','FB 51',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(36,'einheit','Stelle 51.3','51.3',NULL,35,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(37,'einheit','Fachbereich 61','FB 61',NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(38,'organisation','Volkshochschule','VHS',NULL,NULL,'Bildung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(39,'organisation','Jobcenter',NULL,NULL,NULL,'Behörde',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(40,'funktion','Koordination Ehrenamt',NULL,NULL,32,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(41,'gruppe','weitere Stadt',NULL,NULL,NULL,'Verwaltung',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(42,'gruppe','weitere Kooperationspartner',NULL,NULL,NULL,NULL,1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(43,'gruppe','Ehrenamtliche',NULL,NULL,NULL,'Ehrenamt',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(44,'gruppe','Lernen, Märier, Paten und andere',NULL,NULL,NULL,'Ehrenamt',1,NULL,NULL,1,20261122);
INSERT INTO akteur VALUES(58,'person','Frau Muster',NULL,NULL,NULL,NULL,0,NULL,NULL,2,20180503);
INSERT INTO akteur VALUES(93,'organisation','Mieterverein',NULL,NULL,NULL,NULL,0,NULL,NULL,2,20180503);
INSERT INTO akteur VALUES(94,'organisation','Caritas',NULL,NULL,NULL,NULL,0,NULL,NULL,2,20180503);
CREATE TABLE akteur_log (
  id INTEGER NOT NULL, art TEXT, name TEXT, kuerzel TEXT, zweitkuerzel TEXT, oberhalb INTEGER, bereich TEXT, geprueft INTEGER, gueltig_von TEXT, gueltig_bis TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE besetzung (
  id INTEGER PRIMARY KEY,
  funktion INTEGER NOT NULL REFERENCES akteur(id),
  person INTEGER NOT NULL REFERENCES akteur(id),
  gueltig_von TEXT,
  gueltig_bis TEXT,
  quelle INTEGER REFERENCES quelle(id),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO besetzung VALUES(59,40,58,NULL,NULL,57,2,20180503);
CREATE TABLE besetzung_log (
  id INTEGER NOT NULL, funktion INTEGER, person INTEGER, gueltig_von TEXT, gueltig_bis TEXT, quelle INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE massnahme (
  id INTEGER PRIMARY KEY,
  stamm TEXT,
  text TEXT,
  status TEXT CHECK (status IN ('keine Angabe', 'geplant', 'laufend', 'dauerhaft', 'umgesetzt', 'zurückgestellt', 'entfallen')),
  klaerungsbedarf TEXT,
  haupteintrag INTEGER REFERENCES eintrag(id),
  merkmale TEXT CHECK (merkmale IS NULL OR json_valid(merkmale)),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO massnahme VALUES(62,'1','Einstufungstest an zwei Nachmittagen im Monat','keine Angabe',NULL,NULL,'{"wer":{"Stadt":"x"},"zielgruppe":{"Erwachsene":"x","Allgemein":"x"}}',2,20180503);
INSERT INTO massnahme VALUES(69,'2','Vorlesestunden in allen Büchereien','keine Angabe',NULL,70,'{"vermerk":{"geplant":"x"},"wer":{"Stadt":"x","andere":"x"},"zielgruppe":{"Kinder":"x"}}',3,20191112);
INSERT INTO massnahme VALUES(79,'3','Elternabende mit Sprachmittlung','keine Angabe','x',NULL,'{"unterbringung":{"Sammelunterkunft":"x"},"zielgruppe":{"Erwachsene":"x","Institutionen":"I","Strukturen, Prozesse, Rahmenbedingungen":"x"}}',2,20180503);
INSERT INTO massnahme VALUES(86,'4','Zwei Fortbildungstage im Jahr','keine Angabe',NULL,NULL,'{"zielgruppe":{"Aufnahmegesellschaft":"AG","Institutionen":"I","Strukturen, Prozesse, Rahmenbedingungen":"x"}}',2,20180503);
INSERT INTO massnahme VALUES(96,'5','Mietertreff mit Kinderbetreuung','keine Angabe','Kosten ungeklärt',NULL,'{"unterbringung":{"Sammelunterkunft":"x","Dezentrale Unterbringung":"x","eigene Wohnung":"x"},"zielgruppe":{"Allgemein":"x"}}',2,20180503);
INSERT INTO massnahme VALUES(103,'10','Möbellager, betreut durch','keine Angabe',NULL,NULL,NULL,2,20180503);
INSERT INTO massnahme VALUES(116,'6','Umzugshilfe mit geliehenem Wagen','keine Angabe',NULL,NULL,NULL,3,20191112);
CREATE TABLE massnahme_log (
  id INTEGER NOT NULL, stamm TEXT, text TEXT, status TEXT, klaerungsbedarf TEXT, haupteintrag INTEGER, merkmale TEXT ,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
INSERT INTO massnahme_log VALUES(69,'2','Vorlesestunden in allen Zweigstellen der Bücherei','keine Angabe',NULL,70,'{"vermerk":{"geplant":"x"},"wer":{"Stadt":"x","andere":"x"},"zielgruppe":{"Kinder":"x"}}',2,3,20180503,20191112);
CREATE TABLE eintrag (
  id INTEGER PRIMARY KEY,
  katalog INTEGER NOT NULL REFERENCES katalog(id),
  nr TEXT,
  nr_gelesen TEXT,
  feldangabe TEXT,
  handlungsfeld INTEGER REFERENCES handlungsfeld(id),
  massnahme INTEGER NOT NULL REFERENCES massnahme(id),
  text TEXT,
  zieltext TEXT,
  bemerkung TEXT,
  seite TEXT,
  verweis TEXT,
  marken TEXT,
  klaerungsbedarf TEXT,
  quelle INTEGER REFERENCES quelle(id),
  zeile INTEGER,
  abdruck INTEGER,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO eintrag VALUES(63,54,'1,0',NULL,'Sprache',61,62,NULL,NULL,'S. 8, Räume stellt 51.3','8',NULL,NULL,NULL,57,5,5408974064338761163,2,20180503);
INSERT INTO eintrag VALUES(70,54,'2,1',NULL,'Sprache (Bildung)',61,69,NULL,'Kinder sprechen bis zum Schulbeginn sicher Deutsch','S. 9, Maßnahme ist auch unter Bildung gelistet','9','Bildung','{"vermerk":{"geplant":"x"},"wer":{"Stadt":"x","andere":"x"},"zielgruppe":{"Kinder":"x"}}','',57,6,4322302776564910918,4,20210201);
INSERT INTO eintrag VALUES(77,54,'2,2',NULL,'Bildung (Sprache)',45,69,'Vorlesestunden in der Bücherei','','S. 14, Maßnahme ist auch unter Sprache gelistet','14','Sprache','{"zielgruppe":{"Kinder":"x"}}','',57,7,8954433656386097986,2,20180503);
INSERT INTO eintrag VALUES(80,54,'3,0',NULL,'Bildung',45,79,NULL,NULL,'S. 16','16',NULL,NULL,NULL,57,8,5360293939554617345,3,20191112);
INSERT INTO eintrag VALUES(87,54,'4,2',NULL,'IKO (Wohnen)',46,86,NULL,NULL,'S. 20, Maßnahme ist auch unter Wohnen gelistet','20','Wohnen',NULL,NULL,57,9,-796358802417210424,2,20180503);
INSERT INTO eintrag VALUES(97,54,'5,0',NULL,'Wohnen',95,96,NULL,NULL,'S. 22','22',NULL,NULL,NULL,57,10,-5131029590942578017,2,20180503);
INSERT INTO eintrag VALUES(104,54,'10,0',NULL,'Wohnen',95,103,NULL,NULL,'S. 23','23',NULL,NULL,NULL,57,11,-1710341303708614870,2,20180503);
INSERT INTO eintrag VALUES(117,54,'6,0',NULL,'Wohnen',95,116,NULL,NULL,NULL,NULL,NULL,NULL,NULL,111,12,-5430693212919341541,3,20191112);
CREATE TABLE eintrag_log (
  id INTEGER NOT NULL, katalog INTEGER, nr TEXT, nr_gelesen TEXT, feldangabe TEXT, handlungsfeld INTEGER, massnahme INTEGER, text TEXT, zieltext TEXT, bemerkung TEXT, seite TEXT, verweis TEXT, marken TEXT, klaerungsbedarf TEXT, quelle INTEGER, zeile INTEGER, abdruck INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
INSERT INTO eintrag_log VALUES(70,54,'2,1',NULL,'Sprache (Bildung)',61,69,NULL,'Kinder sprechen bis zum Schulbeginn sicher Deutsch','S. 9, Maßnahme ist auch unter Bildung gelistet','9','Bildung','{"vermerk":{"geplant":"x"},"wer":{"Stadt":"x","andere":"x"},"zielgruppe":{"Kinder":"x"}}','',57,6,-7819843982980362367,2,3,20180503,20191112);
INSERT INTO eintrag_log VALUES(70,54,'2,1',NULL,'Sprache (Bildung)',61,69,NULL,'Kinder sprechen bis zum Schulbeginn sicher Deutsch','S. 9, Maßnahme ist auch unter Bildung gelistet','9','Bildung','{"vermerk":{"geplant":"x"},"wer":{"Stadt":"x","andere":"x"},"zielgruppe":{"Kinder":"x"}}','',57,6,-7440771845313969626,3,4,20191112,20210201);
INSERT INTO eintrag_log VALUES(80,54,'3,0',NULL,'Bildung',45,79,NULL,NULL,'S. 15','15',NULL,NULL,NULL,57,8,5360290641019732712,2,3,20180503,20191112);
CREATE TABLE massnahme_ziel (
  id INTEGER PRIMARY KEY,
  massnahme INTEGER NOT NULL REFERENCES massnahme(id),
  ziel INTEGER NOT NULL REFERENCES ziel(id),
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO massnahme_ziel VALUES(66,62,64,2,20180503);
INSERT INTO massnahme_ziel VALUES(73,69,71,2,20180503);
INSERT INTO massnahme_ziel VALUES(83,79,81,2,20180503);
INSERT INTO massnahme_ziel VALUES(90,86,88,2,20180503);
CREATE TABLE massnahme_ziel_log (
  id INTEGER NOT NULL, massnahme INTEGER, ziel INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE zustaendigkeit (
  id INTEGER PRIMARY KEY,
  akteur INTEGER NOT NULL REFERENCES akteur(id),
  massnahme INTEGER NOT NULL REFERENCES massnahme(id),
  rolle TEXT NOT NULL CHECK (rolle IN ('federführung', 'umsetzung', 'partner', 'ehrenamt')),
  angabe TEXT,
  spalte INTEGER,
  bedingt INTEGER CHECK (bedingt IN (0, 1)),
  nur_in INTEGER REFERENCES eintrag(id),
  gueltig_von TEXT,
  gueltig_bis TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO zustaendigkeit VALUES(67,32,62,'federführung',NULL,18,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(68,38,62,'partner','VHS',23,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(75,43,69,'ehrenamt',NULL,24,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(84,40,79,'federführung',NULL,21,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(91,34,86,'federführung',NULL,20,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(92,31,86,'umsetzung','FB 41',22,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(98,32,96,'federführung',NULL,18,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(99,35,96,'federführung',NULL,19,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(100,93,96,'partner','Mieterverein',23,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(101,94,96,'partner','Caritas',23,0,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(105,35,103,'federführung','(x)',19,1,NULL,NULL,NULL,2,20180503);
INSERT INTO zustaendigkeit VALUES(121,32,69,'federführung','FB 50',19,0,70,NULL,NULL,4,20210201);
CREATE TABLE zustaendigkeit_log (
  id INTEGER NOT NULL, akteur INTEGER, massnahme INTEGER, rolle TEXT, angabe TEXT, spalte INTEGER, bedingt INTEGER, nur_in INTEGER, gueltig_von TEXT, gueltig_bis TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
INSERT INTO zustaendigkeit_log VALUES(74,36,69,'federführung','51.3',19,0,70,NULL,NULL,2,4,20180503,20210201);
CREATE TABLE aenderung (
  id INTEGER PRIMARY KEY,
  zeit TEXT NOT NULL,
  stand INTEGER NOT NULL,
  wer TEXT NOT NULL,
  befehl TEXT NOT NULL,
  weil TEXT,
  quelle INTEGER REFERENCES quelle(id)
) STRICT;
INSERT INTO aenderung VALUES(1,'2026-11-22 10:30:57.760',20261122,'Probe','kip --neu --variante braunschweig',NULL,NULL);
INSERT INTO aenderung VALUES(2,'2026-11-22 10:30:57.784',20180503,'Probe','importiere lindenau.csv stand 03.05.2018 weil "erste Fassung"','erste Fassung',57);
INSERT INTO aenderung VALUES(3,'2026-11-22 10:32:30.182',20191112,'Probe','importiere lindenau-neu.csv stand 12.11.2019 weil "Fortschreibung"','Fortschreibung',111);
INSERT INTO aenderung VALUES(4,'2026-11-22 10:32:30.232',20210201,'Probe','importiere dritte.csv stand 01.02.2021',NULL,119);
CREATE TABLE hinweis (
  id INTEGER PRIMARY KEY,
  grad TEXT NOT NULL CHECK (grad IN ('hinweis', 'warnung', 'fehler')),
  regel TEXT NOT NULL,
  text TEXT NOT NULL,
  hilfe TEXT,
  quelle INTEGER REFERENCES quelle(id),
  zeile INTEGER,
  spalte INTEGER,
  inhalt TEXT,
  anzahl INTEGER,
  aenderung INTEGER NOT NULL REFERENCES aenderung(id)
) STRICT;
INSERT INTO hinweis VALUES(120,'hinweis','text-außerhalb','Text außerhalb der Tabelle',NULL,119,1,1,'Maßnahmenkatalog der Stadt Lindenau, vorläufige Fassung',1,4);
INSERT INTO hinweis VALUES(122,'hinweis','rolle-genauer','in dieser Rolle nennt die Zeile auch eine Stelle darunter; nur diese gilt',NULL,119,9,19,'x',1,4);
INSERT INTO hinweis VALUES(123,'hinweis','zwischensumme','Zwischensumme, keine Maßnahme',NULL,119,11,2,'Summe Wohnen',1,4);
INSERT INTO hinweis VALUES(124,'hinweis','zwischensumme','Zwischensumme, keine Maßnahme',NULL,119,11,4,'2 Maßnahmen',1,4);
INSERT INTO hinweis VALUES(125,'hinweis','kopf-verrutscht','Gruppenüberschriften sind verrutscht: "Ort" steht über Spalte 10 statt 12, "Wer" steht über Spalte 11 statt 15, "Umsetzung (+ Partner)" steht über Spalte 12 statt 17, "Bemerkungen" steht über Spalte 22 statt 28, "Hut" steht über Spalte 14 statt 19','maßgeblich ist Kopfzeile 3: die Gruppenüberschriften der ersten Zeile sind verrutscht, die dritte stimmt',119,0,0,NULL,1,4);
INSERT INTO hinweis VALUES(126,'hinweis','einheit-fremd','"FB 50" steht in der Spalte FB 51, gehört aber nicht dazu',NULL,119,6,20,NULL,1,4);
CREATE TABLE merkmal (
  id INTEGER PRIMARY KEY,
  art TEXT NOT NULL,
  name TEXT NOT NULL,
  ueberschrift TEXT,
  erklaerung TEXT,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO merkmal VALUES(4,'maßnahme','zielgruppe','Zielgruppe','wem die Maßnahme gilt',1,20261122);
INSERT INTO merkmal VALUES(13,'maßnahme','unterbringung','Unterbringung','für welche Form der Unterbringung',1,20261122);
INSERT INTO merkmal VALUES(17,'maßnahme','wer','Wer','ob die Stadt handelt oder andere',1,20261122);
INSERT INTO merkmal VALUES(20,'maßnahme','vermerk','Vermerk','Vermerke der Tabelle zur Umsetzung; ein Status werden sie nur auf Anweisung',1,20261122);
CREATE TABLE merkmal_log (
  id INTEGER NOT NULL, art TEXT, name TEXT, ueberschrift TEXT, erklaerung TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE vokabel (
  id INTEGER PRIMARY KEY,
  merkmal TEXT NOT NULL,
  name TEXT NOT NULL,
  oberhalb INTEGER REFERENCES vokabel(id),
  platz INTEGER,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO vokabel VALUES(5,'zielgruppe','Allgemein',NULL,1,1,20261122);
INSERT INTO vokabel VALUES(6,'zielgruppe','UMF',5,2,1,20261122);
INSERT INTO vokabel VALUES(7,'zielgruppe','Kinder',5,3,1,20261122);
INSERT INTO vokabel VALUES(8,'zielgruppe','Jugendliche',5,4,1,20261122);
INSERT INTO vokabel VALUES(9,'zielgruppe','Erwachsene',5,5,1,20261122);
INSERT INTO vokabel VALUES(10,'zielgruppe','Aufnahmegesellschaft',NULL,6,1,20261122);
INSERT INTO vokabel VALUES(11,'zielgruppe','Institutionen',NULL,7,1,20261122);
INSERT INTO vokabel VALUES(12,'zielgruppe','Strukturen, Prozesse, Rahmenbedingungen',NULL,8,1,20261122);
INSERT INTO vokabel VALUES(14,'unterbringung','Sammelunterkunft',NULL,1,1,20261122);
INSERT INTO vokabel VALUES(15,'unterbringung','Dezentrale Unterbringung',NULL,2,1,20261122);
INSERT INTO vokabel VALUES(16,'unterbringung','eigene Wohnung',NULL,3,1,20261122);
INSERT INTO vokabel VALUES(18,'wer','Stadt',NULL,1,1,20261122);
INSERT INTO vokabel VALUES(19,'wer','andere',NULL,2,1,20261122);
INSERT INTO vokabel VALUES(21,'vermerk','nicht',NULL,1,1,20261122);
INSERT INTO vokabel VALUES(22,'vermerk','geplant',NULL,2,1,20261122);
CREATE TABLE vokabel_log (
  id INTEGER NOT NULL, merkmal TEXT, name TEXT, oberhalb INTEGER, platz INTEGER,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE begriff (
  id INTEGER PRIMARY KEY,
  kern TEXT NOT NULL,
  wort TEXT NOT NULL,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO begriff VALUES(2,'federführung','Hut',1,20261122);
INSERT INTO begriff VALUES(3,'unterbringung','Ort',1,20261122);
CREATE TABLE begriff_log (
  id INTEGER NOT NULL, kern TEXT, wort TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE nebenname (
  id INTEGER PRIMARY KEY,
  art TEXT NOT NULL,
  ding INTEGER NOT NULL,
  name TEXT NOT NULL,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO nebenname VALUES(48,'handlungsfeld',45,'Bildung-Vorschulisch',1,20261122);
INSERT INTO nebenname VALUES(49,'handlungsfeld',45,'vorschulische Bildung',1,20261122);
INSERT INTO nebenname VALUES(50,'handlungsfeld',46,'Interkulturelle Öffnung',1,20261122);
INSERT INTO nebenname VALUES(51,'handlungsfeld',46,'Interkulturelle Öffnung (IKO)',1,20261122);
INSERT INTO nebenname VALUES(52,'handlungsfeld',47,'Steuer',1,20261122);
INSERT INTO nebenname VALUES(53,'handlungsfeld',47,'Steuer-Koordination',1,20261122);
CREATE TABLE nebenname_log (
  id INTEGER NOT NULL, art TEXT, ding INTEGER, name TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TABLE variante (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fassung TEXT NOT NULL,
  wortlaut TEXT NOT NULL,
  seit INTEGER NOT NULL,
  ab INTEGER NOT NULL
) STRICT;
INSERT INTO variante VALUES(1,'braunschweig','1.0.0',replace('variante braunschweig 1.0.0 "Stadt Braunschweig"\n\nneu kommune "Stadt Braunschweig" ags 03101000 ars 031010000000\nneu konzept "Integration durch Konsens" kurz "IdK 2008" kommune "Stadt Braunschweig" zeitraum "2007 - 2008"\nneu konzept "Integrationskonzept Flüchtlinge" kurz "IKF 2016" kommune "Stadt Braunschweig" zeitraum 2016\n\nbegriff federführung = Hut\nbegriff unterbringung = Ort\n\n# Allgemein schließt die Gruppen darunter ein.\nmerkmal zielgruppe von maßnahme "wem die Maßnahme gilt" = Allgemein (UMF; Kinder; Jugendliche; Erwachsene); Aufnahmegesellschaft; Institutionen; "Strukturen, Prozesse, Rahmenbedingungen"\nmerkmal unterbringung von maßnahme "für welche Form der Unterbringung" = Sammelunterkunft; "Dezentrale Unterbringung"; "eigene Wohnung"\nmerkmal wer von maßnahme "ob die Stadt handelt oder andere" = Stadt; andere\nmerkmal vermerk von maßnahme "Vermerke der Tabelle zur Umsetzung; ein Status werden sie nur auf Anweisung" = nicht; geplant\n\nneu einheit "Ref. 0120" name "Referat 0120" bereich Verwaltung\nneu einheit "Ref. 0200" name "Referat 0200" bereich Verwaltung\nneu einheit "FB 10" name "Fachbereich 10" bereich Verwaltung\nneu einheit "FB 32" name "Fachbereich 32" bereich Verwaltung\nneu einheit "FB 40" zweitkürzel 0400 name "Fachbereich 40" bereich Verwaltung\nneu einheit "FB 41" name "Fachbereich 41" bereich Verwaltung\nneu einheit "FB 50" name "Fachbereich 50: Soziales und Gesundheit" bereich Verwaltung\nneu einheit "50.2" name "Migrationsfragen und Integration" oberhalb "FB 50" bereich Verwaltung\nneu einheit "50.21" name "Zentrale Koordinierungsstelle (ZK)" oberhalb "50.2" bereich Verwaltung\nneu einheit "FB 51" name "Fachbereich 51: Kinder, Jugend und Familie" bereich Verwaltung\nneu einheit "51.3" name "Stelle 51.3" oberhalb "FB 51" bereich Verwaltung\nneu einheit "FB 61" name "Fachbereich 61" bereich Verwaltung\nneu organisation "Volkshochschule" kürzel VHS bereich Bildung\nneu organisation "Jobcenter" bereich Behörde\nneu funktion "Koordination Ehrenamt" oberhalb "FB 50" bereich Verwaltung\nneu gruppe "weitere Stadt" bereich Verwaltung\nneu gruppe "weitere Kooperationspartner"\nneu gruppe "Ehrenamtliche" bereich Ehrenamt\nneu gruppe "Lernen, Märier, Paten und andere" bereich Ehrenamt\n\nneu handlungsfeld "Bildung"\nneu handlungsfeld "IKO"\nneu handlungsfeld "Steuerung-Koordination"\nschreibweise handlungsfeld "Bildung" = "Bildung-Vorschulisch"; "vorschulische Bildung"\nschreibweise handlungsfeld "IKO" = "Interkulturelle Öffnung"; "Interkulturelle Öffnung (IKO)"\nschreibweise handlungsfeld "Steuerung-Koordination" = Steuer; "Steuer-Koordination"\n\nlayout maßnahmenkatalog "Maßnahmenkatalog zur Umsetzung der Integrationsplanung"\n  kopfzeilen 3 maßgeblich 3 weil "die Gruppenüberschriften der ersten Zeile sind verrutscht, die dritte stimmt"\n  nummern maßnahme.eintrag weil "28,1 und 28,2 sind zwei Einträge der Maßnahme 28"\n  spalte "" oben "Nr" ist nr\n  spalte "Übergeordnetes Thema / Handlungsfeld" oben "Handlungsfeld" ist handlungsfeld\n  spalte "Was soll erreicht werden?" oben "Ziel" ist ziel\n  spalte "Wie soll das Ziel umgesetzt werden" oben "Maßnahme - was" ist text\n  gruppe "Zielgruppe"; "Flüchtlinge"\n  spalte "UMF" ist merkmal zielgruppe = UMF\n  spalte "Kinder" ist merkmal zielgruppe = Kinder\n  spalte "Jugendliche" ist merkmal zielgruppe = Jugendliche\n  spalte "Erwachsene" ist merkmal zielgruppe = Erwachsene\n  spalte "Allgemein" ist merkmal zielgruppe = Allgemein\n  gruppe "Zielgruppe"\n  spalte "Aufnahmegesellschaft (AG) und Institutionen (I)" ist merkmal zielgruppe, AG = Aufnahmegesellschaft, I = Institutionen, x = Aufnahmegesellschaft; Institutionen\n  spalte "Strukturen, Prozesse, Rahmenbedingungen" ist merkmal zielgruppe = "Strukturen, Prozesse, Rahmenbedingungen"\n  gruppe "Ort"\n  spalte "Sammelunterkunft" ist merkmal unterbringung = Sammelunterkunft\n  spalte "Dezentrale Unterbringung" ist merkmal unterbringung = "Dezentrale Unterbringung"\n  spalte "eigene Wohnung (nach Ablauf des Asylverfahrens)" ist merkmal unterbringung = "eigene Wohnung"\n  gruppe "Wer"\n  spalte "Stadt" ist merkmal wer = Stadt\n  spalte "andere" ist merkmal wer = andere\n  gruppe "Umsetzung (+ Partner)"\n  spalte "nicht" ist merkmal vermerk = nicht weil "ob nicht und geplant zusammen nicht geplant heißen oder zwei Angaben sind, lässt die Tabelle offen; sie bleiben Vermerke"\n  spalte "geplant" ist merkmal vermerk = geplant weil "wie bei nicht"\n  gruppe "Umsetzung (+ Partner)"; "Hut"\n  spalte "FB 50" ist rolle federführung von "FB 50"\n  spalte "FB 51" ist rolle federführung von "FB 51"\n  spalte "50.21 (ZK, Zentrale Koordinierungsstelle)" ist rolle federführung von "50.21" weil "der Hut reicht bis zur Spalte Koordinator Ehrenamt: alle vier nennen, wer führen kann"\n  spalte "Koordinator Ehrenamt ({inhaber})" ist rolle federführung von "Koordination Ehrenamt" weil "wie bei 50.21; die Person im Kopf hat die Funktion inne"\n  gruppe "Umsetzung (+ Partner)"\n  spalte "weitere Stadt" ist rolle umsetzung von "weitere Stadt"\n  spalte "weitere / Kooperationspartner" ist rolle partner von "weitere Kooperationspartner"\n  spalte "Ehrenamtliche" ist rolle ehrenamt von "Ehrenamtliche"\n  spalte "Lernen, Märier, Paten und andere" ist rolle ehrenamt von "Lernen, Märier, Paten und andere" weil "die Überschrift ist verlesen und bleibt, wie sie da steht"\n  spalte "offen / Klärungsbedarf" ist klärungsbedarf\n  gruppe\n  spalte "" oben "Bemerkungen" ist bemerkung\nende','\n',char(10)),1,20261122);
CREATE TABLE variante_log (
  id INTEGER NOT NULL, name TEXT, fassung TEXT, wortlaut TEXT,
  von INTEGER NOT NULL, bis INTEGER NOT NULL, ab INTEGER NOT NULL, ende INTEGER NOT NULL,
  PRIMARY KEY (id, bis, von)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER kommune_neu BEFORE INSERT ON kommune WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER kommune_setze AFTER UPDATE ON kommune BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO kommune_log SELECT OLD.id, OLD.name, OLD.ags, OLD.ars, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER kommune_loesche AFTER DELETE ON kommune BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO kommune_log SELECT OLD.id, OLD.name, OLD.ags, OLD.ars, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER konzept_neu BEFORE INSERT ON konzept WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER konzept_setze AFTER UPDATE ON konzept BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO konzept_log SELECT OLD.id, OLD.kommune, OLD.name, OLD.kurz, OLD.zeitraum, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER konzept_loesche AFTER DELETE ON konzept BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO konzept_log SELECT OLD.id, OLD.kommune, OLD.name, OLD.kurz, OLD.zeitraum, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER quelle_neu BEFORE INSERT ON quelle WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER quelle_setze AFTER UPDATE ON quelle BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO quelle_log SELECT OLD.id, OLD.datei, OLD.blatt, OLD.format, OLD.layout, OLD.pruefsumme, OLD.zellen, OLD.kopfzellen, OLD.platziert, OLD.gelistet, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER quelle_loesche AFTER DELETE ON quelle BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO quelle_log SELECT OLD.id, OLD.datei, OLD.blatt, OLD.format, OLD.layout, OLD.pruefsumme, OLD.zellen, OLD.kopfzellen, OLD.platziert, OLD.gelistet, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER katalog_neu BEFORE INSERT ON katalog WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER katalog_setze AFTER UPDATE ON katalog BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO katalog_log SELECT OLD.id, OLD.name, OLD.layout, OLD.stand, OLD.bearbeitungsstand, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER katalog_loesche AFTER DELETE ON katalog BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO katalog_log SELECT OLD.id, OLD.name, OLD.layout, OLD.stand, OLD.bearbeitungsstand, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER katalog_konzept_neu BEFORE INSERT ON katalog_konzept WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER katalog_konzept_setze AFTER UPDATE ON katalog_konzept BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO katalog_konzept_log SELECT OLD.id, OLD.katalog, OLD.konzept, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER katalog_konzept_loesche AFTER DELETE ON katalog_konzept BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO katalog_konzept_log SELECT OLD.id, OLD.katalog, OLD.konzept, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER handlungsfeld_neu BEFORE INSERT ON handlungsfeld WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER handlungsfeld_setze AFTER UPDATE ON handlungsfeld BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO handlungsfeld_log SELECT OLD.id, OLD.name, OLD.kurz, OLD.oberfeld, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER handlungsfeld_loesche AFTER DELETE ON handlungsfeld BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO handlungsfeld_log SELECT OLD.id, OLD.name, OLD.kurz, OLD.oberfeld, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER ziel_neu BEFORE INSERT ON ziel WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER ziel_setze AFTER UPDATE ON ziel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO ziel_log SELECT OLD.id, OLD.text, OLD.ebene, OLD.oberziel, OLD.frist, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER ziel_loesche AFTER DELETE ON ziel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO ziel_log SELECT OLD.id, OLD.text, OLD.ebene, OLD.oberziel, OLD.frist, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER ziel_handlungsfeld_neu BEFORE INSERT ON ziel_handlungsfeld WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER ziel_handlungsfeld_setze AFTER UPDATE ON ziel_handlungsfeld BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO ziel_handlungsfeld_log SELECT OLD.id, OLD.ziel, OLD.handlungsfeld, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER ziel_handlungsfeld_loesche AFTER DELETE ON ziel_handlungsfeld BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO ziel_handlungsfeld_log SELECT OLD.id, OLD.ziel, OLD.handlungsfeld, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER akteur_neu BEFORE INSERT ON akteur WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER akteur_setze AFTER UPDATE ON akteur BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO akteur_log SELECT OLD.id, OLD.art, OLD.name, OLD.kuerzel, OLD.zweitkuerzel, OLD.oberhalb, OLD.bereich, OLD.geprueft, OLD.gueltig_von, OLD.gueltig_bis, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER akteur_loesche AFTER DELETE ON akteur BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO akteur_log SELECT OLD.id, OLD.art, OLD.name, OLD.kuerzel, OLD.zweitkuerzel, OLD.oberhalb, OLD.bereich, OLD.geprueft, OLD.gueltig_von, OLD.gueltig_bis, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER besetzung_neu BEFORE INSERT ON besetzung WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER besetzung_setze AFTER UPDATE ON besetzung BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO besetzung_log SELECT OLD.id, OLD.funktion, OLD.person, OLD.gueltig_von, OLD.gueltig_bis, OLD.quelle, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER besetzung_loesche AFTER DELETE ON besetzung BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO besetzung_log SELECT OLD.id, OLD.funktion, OLD.person, OLD.gueltig_von, OLD.gueltig_bis, OLD.quelle, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER merkmal_neu BEFORE INSERT ON merkmal WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER merkmal_setze AFTER UPDATE ON merkmal BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO merkmal_log SELECT OLD.id, OLD.art, OLD.name, OLD.ueberschrift, OLD.erklaerung, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER merkmal_loesche AFTER DELETE ON merkmal BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO merkmal_log SELECT OLD.id, OLD.art, OLD.name, OLD.ueberschrift, OLD.erklaerung, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER vokabel_neu BEFORE INSERT ON vokabel WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER vokabel_setze AFTER UPDATE ON vokabel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO vokabel_log SELECT OLD.id, OLD.merkmal, OLD.name, OLD.oberhalb, OLD.platz, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER vokabel_loesche AFTER DELETE ON vokabel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO vokabel_log SELECT OLD.id, OLD.merkmal, OLD.name, OLD.oberhalb, OLD.platz, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER begriff_neu BEFORE INSERT ON begriff WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER begriff_setze AFTER UPDATE ON begriff BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO begriff_log SELECT OLD.id, OLD.kern, OLD.wort, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER begriff_loesche AFTER DELETE ON begriff BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO begriff_log SELECT OLD.id, OLD.kern, OLD.wort, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER nebenname_neu BEFORE INSERT ON nebenname WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER nebenname_setze AFTER UPDATE ON nebenname BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO nebenname_log SELECT OLD.id, OLD.art, OLD.ding, OLD.name, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER nebenname_loesche AFTER DELETE ON nebenname BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO nebenname_log SELECT OLD.id, OLD.art, OLD.ding, OLD.name, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER variante_neu BEFORE INSERT ON variante WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER variante_setze AFTER UPDATE ON variante BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO variante_log SELECT OLD.id, OLD.name, OLD.fassung, OLD.wortlaut, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER variante_loesche AFTER DELETE ON variante BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO variante_log SELECT OLD.id, OLD.name, OLD.fassung, OLD.wortlaut, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE INDEX ziel_text ON ziel(text);
CREATE INDEX eintrag_massnahme ON eintrag(massnahme);
CREATE INDEX eintrag_nr ON eintrag(nr);
CREATE INDEX massnahme_ziel_massnahme ON massnahme_ziel(massnahme, ziel);
CREATE INDEX zustaendigkeit_massnahme ON zustaendigkeit(massnahme);
CREATE INDEX massnahme_ziel_ziel ON massnahme_ziel(ziel);
CREATE INDEX zustaendigkeit_akteur ON zustaendigkeit(akteur);
CREATE TRIGGER massnahme_neu BEFORE INSERT ON massnahme WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER massnahme_setze AFTER UPDATE ON massnahme BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO massnahme_log SELECT OLD.id, OLD.stamm, OLD.text, OLD.status, OLD.klaerungsbedarf, OLD.haupteintrag, OLD.merkmale, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER massnahme_loesche AFTER DELETE ON massnahme BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO massnahme_log SELECT OLD.id, OLD.stamm, OLD.text, OLD.status, OLD.klaerungsbedarf, OLD.haupteintrag, OLD.merkmale, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER eintrag_neu BEFORE INSERT ON eintrag WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER eintrag_setze AFTER UPDATE ON eintrag BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO eintrag_log SELECT OLD.id, OLD.katalog, OLD.nr, OLD.nr_gelesen, OLD.feldangabe, OLD.handlungsfeld, OLD.massnahme, OLD.text, OLD.zieltext, OLD.bemerkung, OLD.seite, OLD.verweis, OLD.marken, OLD.klaerungsbedarf, OLD.quelle, OLD.zeile, OLD.abdruck, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER eintrag_loesche AFTER DELETE ON eintrag BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO eintrag_log SELECT OLD.id, OLD.katalog, OLD.nr, OLD.nr_gelesen, OLD.feldangabe, OLD.handlungsfeld, OLD.massnahme, OLD.text, OLD.zieltext, OLD.bemerkung, OLD.seite, OLD.verweis, OLD.marken, OLD.klaerungsbedarf, OLD.quelle, OLD.zeile, OLD.abdruck, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER massnahme_ziel_neu BEFORE INSERT ON massnahme_ziel WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER massnahme_ziel_setze AFTER UPDATE ON massnahme_ziel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO massnahme_ziel_log SELECT OLD.id, OLD.massnahme, OLD.ziel, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER massnahme_ziel_loesche AFTER DELETE ON massnahme_ziel BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO massnahme_ziel_log SELECT OLD.id, OLD.massnahme, OLD.ziel, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
CREATE TRIGGER zustaendigkeit_neu BEFORE INSERT ON zustaendigkeit WHEN NEW.seit IS NOT (SELECT aenderung FROM offen) BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung'); END;
CREATE TRIGGER zustaendigkeit_setze AFTER UPDATE ON zustaendigkeit BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NEW.seit IS NOT (SELECT aenderung FROM offen); INSERT INTO zustaendigkeit_log SELECT OLD.id, OLD.akteur, OLD.massnahme, OLD.rolle, OLD.angabe, OLD.spalte, OLD.bedingt, OLD.nur_in, OLD.gueltig_von, OLD.gueltig_bis, OLD.seit, NEW.seit, OLD.ab, NEW.ab WHERE OLD.seit <> NEW.seit; END;
CREATE TRIGGER zustaendigkeit_loesche AFTER DELETE ON zustaendigkeit BEGIN SELECT RAISE(ABORT, 'Schreiben ohne Änderung') WHERE NOT EXISTS (SELECT 1 FROM offen); INSERT INTO zustaendigkeit_log SELECT OLD.id, OLD.akteur, OLD.massnahme, OLD.rolle, OLD.angabe, OLD.spalte, OLD.bedingt, OLD.nur_in, OLD.gueltig_von, OLD.gueltig_bis, OLD.seit, aenderung, OLD.ab, tag FROM offen WHERE OLD.seit <> aenderung; END;
COMMIT;
PRAGMA application_id = 1802072176;
PRAGMA user_version = 1;
