import { CZECH, FINNISH, NORDIC, POLISH, TURKISH } from './lexicon-northern.ts';
import { ITALIAN, MORE_FRENCH, MORE_SPANISH, PORTUGUESE } from './lexicon-romance.ts';

/**
 * One word for one thing: abbreviations, synonyms and the German, French, Spanish, Portuguese, Italian and Dutch words of inventories, each as the
 * English word the aliases are written in. Without accents, lower case. An empty right side is a word without meaning.
 */
const entries = (list: string): [string, string][] =>
  list.split(';').flatMap((entry) => {
    const [from = '', to = ''] = entry.split('=');
    return from
      .trim()
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word): [string, string] => [word, to.trim()]);
  });

const ENGLISH = `
addr, adr, addresses=address; avg, mean, averaged=average; maximum, peak, highest=max; minimum=min; sec, secs, seconds=second;
mem, ram=memory; nr, num, no, numero, nos, #, numbers=number; qty, quantity, cnt, counts=count; desc, descr=description; dept=department;
env, envt, enviroment=environment; loc=location; mfr, mfg, manuf, mnfr=manufacturer; mgr, mngr=manager; opsys=os; org, organisation, organizations, corp=organization;
proc=processor; cpus=cpu; srv, svr, servers=server; sys=system; util, utilisation, utilised, utilized, usage, load=utilization; ver, vers, release=version;
cfg, config, conf=configuration; exp, expiry, expires, expire, expired, expiring, until, expiration=expiration; mgmt, mgt, mangement=management; grp, groups=group;
datacentre, datacenters=datacenter; centre=center; lastseen=last seen; lastdetect=last detect; vcversion=vc version; datetime=date; osquery=osquery; bunit=business unit;  powerstate=power state; ipaddress, ipaddr=ip address; macaddress, macaddr=mac address;
serialnumber, serialno=serial number; purchasedate=purchase date; warrantydate=warranty date; servername=server name; computername=computer name;
hostname, hostnames=hostname; devicename=device name; firstseen=first seen; lasttried=last tried; poweron=power on; appid=app id; assetid=asset id; assetname=asset name;
osname=os name; osversion, osver=os version; username=user name; usernames=user name; filesystem=file system; uid, ident, guid, uuid, uuids, ids=id; hw=hardware; sw=software; db, dbs=database; databases=database;
app, apps, appl, applications=application; hdd, hd, harddisk, harddrive, drive, ssd=disk; hdds, harddisks, harddrives, drives, disks=disks; vcpus=vcpu; cores=core; acquisition, acquired, purchased, purchasing, bought, buy=purchase;
ordered=order; installed, installation, installations=install; deployed, deployment=deploy; scanned, scans=scan; discovered=discovery; logon, login, logged, logins=login; telephone, tel, mobile, cell=phone;
mail, emails=email; monthly, month=month; yearly, annually, annum, year=annual; lang, languages=language; supplier, suppliers=supplier; vendors=vendor; lbl=label; identifier, identifiers=id; criticity=criticality; qa=qa;
virt, vir, virtualised, virtualized=virtual; phys, phy=physical; prod=production; arch=architecture; alloc, allocated, assigned=assigned; cap, capacities=capacity; tot, overall=total;
tags, tagging=tags; flavour=flavor; lifecycle=lifecycle; eol=eol; eos, eosl, eosup=eos; maint=maintenance; cert=certificate; contr=contract; rev=revision; temp=temperature; freq, frequency=speed; clock, clockspeed=speed;
modified, changed, updated, update, edited=updated; par, por=by; networking=network; subnets, subnetworks=subnet; interfaces=interface; webserver=web server;  posicion, pos, posn=position; mod=model; acc=access; lastacc=last access; ast, assets=asset; rent, rental, rentals=rent; purch=purchase; mascara=netmask; correo=email; electronico, electronica=; importe, montant, betrag=amount; rollen=role; roles=role; parents=parent; masque=netmask; brief=short; summary=description; global, overall=total; creation, created=created; sched=schedule; req=request; aff=affected; crit, critical, criticalness=criticality; dependent, dependant, depends, depend, dependencies=dependency;
netbios=netbios; sn=serial number; segm=segment; colour=color; utilised=used; consumed=used; occupied=used; colo=colocation; sqlserver=sql server; fqdns=fqdn; approx=; current=current; alias=alias; lob=lob;
makes=make; brands=brand; rooms=room; sites=site; cities=city; countries=country; buildings=building; floors=floor; racks=rack; technician, technicians, engineer=technician; expected=planned; est, estimated=estimated;
components, component=component; wks, workstation, workstations, pc, pcs, laptop, desktop, notebook=workstation; rebooted, reboot, booted, restart, restarted=boot; seen=seen; checkin=check in; checked=check; checkout=check out; uptimes=uptime;
bldg=building; rm=room; flr=floor; acq, purch=purchase; warr, wty, wnty=warranty; svc=service; avail=available; prov=provisioned; curr=current; mdl=model; mfgr, manufact, manufacter, manufactor=manufacturer; ser, srl=serial; vol=volume; intf, iface, ifc=interface; gw=gateway; cust=customer; distrib=distribution; hwaddr=mac address; vmem=memory; fqhn=fqdn; nm=name; dt, dte=date; typ=type; stat, sts=status; usr, usrs=user; emp, empl=employee; employees=employee; prio=priority; rgn=region; ctry=country; lic, lics=license; instl=install; amt=amount; fw=firmware; resp=responsible; supt=support; adm, admins=admin; owners=owner; teams=team; teamviewer=teamviewer; tshirt=t shirt; reg=region; svcs=service; cls=class; datastores=datastore;
hyperscalers=hyperscaler; serials=serial; nodename=node name; machineid=machine id; hostid=host id; osfamily=os family; cpumodel=cpu model; cputype=cpu type; memtotal, totalmemory=total memory; disksize=disk size; totaldisk=total disk; lastcheckin=last check in; lastcontact=last contact; lastsync=last sync; lastlogon=last login; lastuser=last user; loggedinuser=logged in user; primaryuser=primary user; assetnumber=asset number; vmname=vm name; guestos=os; osbuild=os build; pwd, passwd, passphrase=password;
infrastructure=infrastructure; workspace=workspace; membership=membership; relationship=relationship; ownership=ownership; stewardship=stewardship; directorate=directorate; directeur=directeur; revendeur=revendeur; decommission=decommission; applicable=applicable; mainstream=mainstream; throughput=throughput; bandwidth=bandwidth; scrapping=scrapping; namespace=namespace; tablespace=tablespace; mainboard=mainboard; chargeback=chargeback; buildpack=buildpack; controladora=controladora; controleur=controleur; overcommit=overcommit; upstream=upstream; downstream=downstream; workstream=workstream; checkpoint=checkpoint; antivirus=antivirus; noncompliant=noncompliant; checklist=checklist; sharepoint=sharepoint; applecare=applecare; certainty=certainty; frameworks, framework=framework; relationships=relationship; geratestatus=device status`;

const GERMAN = `
haupt=main; gemeinde, kommune=city; landkreis, bundesland, kanton=region; jahr=annual; abt=department; geb=building; bem=comment; herst=manufacturer; bez=name; anz=number; kst=cost center; beschr=description; bestand, bestands=inventory; festplattenspeicher, plattenspeicher=disk storage; massenspeicher, datenspeicher=storage; speicherplatz=disk space; speicherkapazitat=storage capacity; einheit=unit; bezeichnung, benennung, titel=name; namen=name; objekt=object; typ, typen, art=type; gerat, gerate, geraet, geraete, gera=device; rechner, rechners=computer; maschine=machine; anlage, anlagen=asset;
wirt, gastgeber=host; adresse, adressen, addresse=address; betriebssystem, betriebssysteme, bs=os; arbeitsspeicher, hauptspeicher, speicher=memory; festplatte, festplatten, platte, platten=disk;
platz=space; grosse, groesse=size; kapazitat=capacity; kern, kerne, kernen=core; prozessor=processor; prozessoren=processors; hersteller, fabrikat=manufacturer; modell, modelle=model; seriennummer, seriennr, seriennummern=serial number; serien=serial;
nummer, nummern=number; inventar=inventory; standort, standorte=location; ort=location; gebaude=building; raum=room; etage, stockwerk=floor; schrank=rack; hoheneinheit, hoheneinheiten, he=rack unit; umgebung=environment;
kritikalitat=criticality; zustand=status; besitzer, eigentumer, inhaber=owner; verantwortlich, verantwortlicher, verantwortliche, zustandig, zustandiger=responsible; fach, fachlich, fachlicher, geschaft, geschafts=business;
technisch, technischer, technische=technical; logisch, logische, logischer, logischen=logical; zugehorig, zugehorige, zugeordnet, zugeordneter=assigned; vorgesehen, geplant, geplante, geplanter=planned; empfohlen, empfohlene=recommended; verfugbar, verfugbare=available; fehlend, fehlende, ausstehend, ausstehende=missing; sicherung, datensicherung=backup; uberwachung=monitoring; aktiv=active; aktiviert=enabled; lizenz, lizenzen=license; zertifikat=certificate; anmeldename=username; vorname, nachname=person; quelle=source; grund=reason; gultig=valid; ansprechpartner, kontakt, ansprechperson=contact; betreuer=administrator; abteilung, bereich=department; kostenstelle=cost center; kosten=cost; preis=price;
kauf, anschaffung, anschaffungs, beschaffung, beschaffungs, gekauft=purchase; datum=date; wert=value; garantie, gewahrleistung=warranty; ende=end; ablauf, bis, ablaufdatum=expiration; wartung, wartungs=maintenance; vertrag, vertrags=contract;
lieferant, lieferanten, anbieter=supplier; rechnung, rechnungs=invoice; bestellung, bestell, bestellnr=order; letzte, letzter, letztes, zuletzt=last; anderung, geandert, aktualisiert, aktualisierung=updated; erstellt, angelegt=created; anmeldung=login;
inventur=inventory; benutzer, nutzer, anwender=user; netzwerk, netz=network; subnetz, teilnetz=subnet; anwendung, anwendungen, applikation, applikationen, fachverfahren=application; dienst, dienste=service; beschreibung=description;
bemerkung, bemerkungen, anmerkung, anmerkungen, hinweis, notiz, notizen=comment; kommentar, kommentare=comment; kategorie=category; rolle=role; zweck, verwendungszweck=purpose; funktion=function; gruppe=group;
virtuell, virtueller, virtuelle=virtual; physisch, physischer, physische=physical; rechenzentrum, rz=datacenter; kategorie, kategorien=category; organisationen=organization; abteilung, abteilungen=department; netzwerke=network; technologien=technology; mandant, mandanten=tenant; firma, unternehmen, gesellschaft=company; kunde=customer; schutzbedarf, vertraulichkeit=confidentiality; welle=wave; anzahl=number; gesamt, gesamter=total;
belegt, belegter, genutzt=used; frei, freier=free; auslastung, nutzung=utilization; takt, taktrate, taktfrequenz=speed; kennwort, passwort=password; abhangigkeit, abhangigkeiten, abhangig=dependency; schnittstelle, schnittstellen=interface;
lebenszyklus=lifecycle; inbetriebnahme, inbetriebnahmedatum=go live; ausserbetriebnahme=retirement; sprache=language; status=status; klasse=class; kennung=id; unterstutzung=support; durchschnitt, durchschnittlich=average; maximal, maximale=max;
jahrlich, jahrliche, jahres=annual; monatlich, monatliche=month; migrations=migration; datenbank, datenbanken=database; version=version; netzmaske=netmask; cluster=cluster; gruppen=group; zone=zone; land=country; stadt=city; strasse=street; plz=postal code;
mitarbeiter, angestellter=employee; lieferung=delivery; liefer=delivery; betrieb=operation; einsatz, verwendung=use; aufstellort, aufstellungsort, einsatzort, lagerort=location; stufe, stufen=level; prioritat=priority; komplexitat=complexity; strategie=strategy; aufwand=effort; klassifizierung, klassifikation, einstufung=classification; vertraulich=confidential; domane, domanen=domain; netto, brutto=; stuck, menge, stuckzahl=quantity; artikel=product; abgang, aussonderung, stilllegung=retirement; entsorgung=disposal; gesehen=seen; schlussel=key; drucker=printer; bildschirm=monitor; tastatur=keyboard; akku=battery; ladegerat=charger; telefon, handy=phone; produktion=production; entwicklung=development; geratename=device name; geratetyp=device type; hersteller=manufacturer; verwalter=administrator; leitung, leiter=manager; referat, dezernat, amt=department; liegenschaft, gelande=site; behorde=organization; buchwert=book value; virtualisierung=virtualization; plattform=platform; technologie=technology; programmiersprache=programming language; wellen=wave; ausgegeben, ausgehandigt=assigned; installiert, eingerichtet=install; zugriff=access; kontakte=contact; spitze, spitzenlast=max; mittelwert=average; kapazitaten=capacity; wiederherstellung=recovery; verantwortung=responsible; inventarnummern=inventory number; ausstattung=equipment; betriebsstatus=operating status; verbindung=connection; verbunden, verbundene, angeschlossen, angeschlossene, angeschlossener=connected; speichersystem, speichersysteme, speichersystems=storage system;
zimmer=room; geschoss=floor; betriebsort, lokalitat=location; verkaufer, auftragnehmer, handler=supplier; verkehr=traffic; netzwerkverkehr, netzverkehr=network traffic; datendurchsatz=data throughput; umzugs, umzug=move; beziehungen, verknupfungen=relationships; grad=level; schwierigkeitsgrad=difficulty; schatzung=estimate; ahk=purchase cost; monats=month; eigner=owner; programmiersprachen=programming language; datensatz=record; eindeutige, eindeutiger, eindeutig=unique; inventarisierungs=inventory; anlagegut=fixed asset; langtext, infotext=description; stichworter=keywords; aktueller, aktuelle=current; eingeschaltet=poweron; landschaft=landscape; kurzel=code; reihe=row; datentrager=disk; verwendeter, verwendete=used; vollstandig, vollstandiger, vollstandige=full; betreiber=operator; produktbezeichnung=product name; typenbezeichnung, typbezeichnung=model name; artikelnummer=product number; klassen=class; umsysteme=connected systems; schwierigkeit=difficulty; laufzeitumgebung=runtime environment; softwareprodukte=software products`;

const FRENCH = `
nom=name; serveur, serveurs=server; hote=host; reseau=network; systeme, systemes=system; exploitation=operating; memoire=memory; vive=; coeur, coeurs=core; processeur=processor; processeurs=processors; disque=disk; disques=disks; dur=; espace=space;
stockage, almacenamiento, archivage=storage; taille, tamano=size; capacite, capacidad=capacity; fabricant, constructeur=manufacturer; modele, modeles=model; serie=serial; environnement=environment; criticite=criticality; proprietaire, proprietaires=owner; responsable, responsables=responsible;
applicatif, applicative, applicatifs=application; metier=business; technique=technical; heberge, hebergee, hebergees=hosted; hebergement=hosting; salle=room; baie=rack; batiment=building; ville=city; pays=country; achat=purchase; fin=end; remarque, remarques, observation, observations, observaciones=comment;
commentaire, commentaires=comment; statut, etat=status; commande=order; equipe=team; hyperviseur, hipervisor=hypervisor; appli, applis=application; connecte, connectee, connectes, connectees, raccorde, raccordes=connected; cout, couts=cost; annuel, annuelle=annual; mensuel, mensuelle=month; prix=price; facture, factura=invoice; fournisseur, fournisseurs=supplier; editeur=publisher;
utilisateur, utilisateurs=user; departement=department; societe, entreprise=company; sous=sub; etiquette, etiqueta=tag; etiquettes, etiquetas=tags; dernier, derniere=last; connexion=login; inventaire, inventario=inventory; vague=wave; dependance, dependances=dependency; fonction=function;
physique=physical; virtuel, virtuelle=virtual; grappe=cluster; passerelle=gateway; libre=free; utilise, utilisee=used; totale, totaux=total; actif, actifs, activo, activos=asset; categorie, categoria=category; groupe, grupo=group; cree, creation=created; modifie, jour=updated; identifiant, identificador=id;
equipement, equipements, materiel=device; mise=put; emplacement, lieu=location; nombres=number; charge=load; licence=license; plateforme, plataforma=platform; reprise=recovery; donnees, datos=data; centro=center; affecte=assigned; bail=lease; etage=floor; domaine, dominio=domain; sauvegarde, respaldo=backup;
duree=duration; valeur=value; moyenne, moyen, promedio=average; logiciel, logiciels=software; base=base; interne=internal; adresses=address; versions=version; installe, installee, installes=install;
descriptif=description; noyau=kernel; usager, usagers=user; vendeur=supplier; distributeur=reseller; suivi=tracking; complet, complete=full; pointe, pic=max; taux=rate; difficulte=difficulty; nbre=number; allume=poweron; entites=entity; organisationnelle=organizational; relations=relationships; liens=links; implantation=location; bureaux=office; trafic=traffic; debit=throughput; reglementaire, reglementaires=regulatory; perimetre=scope; trajectoire=strategy; cible=target`;

const SPANISH = `
nro, nros=number; anio, anios=annual; empleado, empleados=employee; nombre=name; servidor, servidores=server; equipo, equipos=device; maquina=machine; direccion, direcciones=address; sistema, sistemas=system; operativo=operating; so=os; nucleo, nucleos=core; memoria=memory; disco=disk; discos=disks; duro=; espacio=space;
fabricante, fabricantes=manufacturer; marca=brand; modelo, modelos=model; entorno, ambiente=environment; criticidad=criticality; propietario, propietarios, dueno, duena=owner; tecnico, tecnica=technical; negocio=business; aplicacion, aplicaciones=application;
ubicacion, ubicaciones=location; sede=site; edificio=building; sala=room; piso, planta=floor; ciudad=city; pais=country; compra, adquisicion=purchase; fecha, fechas=date; vencimiento=expiration; garantia=warranty; comentario, comentarios=comment;
descripcion=description; estado=status; departamento, area=department; proveedor, proveedores=supplier; actualizacion=updated; tipo, tipos=type; coste, costo, costos, costes=cost; precio=price; anual=annual; mensual=month; usuario, usuarios=user; asignado, asignada=assigned;
empresa, compania, sociedad=company; cliente=customer; red, redes=network; subred=subnet; ultimo, ultima=last; conexion=login; ola=wave; dependencia, dependencias=dependency; rol=role; funcion=function; fisico, fisica=physical; anfitrion=host; utilizado, usado=used;
pedido=order; contrasena=password; soporte=support; arquitectura=architecture; procesador=processor; procesadores=processors; proposito=purpose; notas=comment; cedula=id; marcha=live; puesta=put; alta=register; baja=retirement; vida=life; ciclo=cycle; activo=asset; valor=value; pedidos=order; capa=tier; proyecto=project; servicio, servicios=service;
datacenters=datacenter; gestion=management; rendimiento=performance; licencia=license; nivel=level; prioridad=priority; importancia=importance; encargado=responsible; escaneo=scan; contacto=contact; observacion=comment; unidad=unit; objeto=object;
detalle, detalles=details; unico, unica=unique; zocalo, zocalos=socket; completo, completa=full; suministrador=supplier; distribuidor, revendedor=reseller; oleada, oleadas=wave; dificultad=difficulty; complejidad=complexity; relaciones=relationships; integraciones=integrations; actividad=activity; armario=rack; fila=row; trafico=traffic; agrupamiento=cluster`;

const FILLERS =
  'from di della do on at with the of in for a an and to according per is are has de du del la le les des d l der die das dem den des und y et el los las al au aux en von vom am im fur pour para mit or oder ou o do da'.split(
    ' ',
  );

/** Dutch, and the most usual words of Italian and Portuguese, of which `lexicon-romance.ts` has more. */
const OTHERS = `
naam, nome=name; merk=brand; locatie, localizacao, localizzazione, ubicazione=location; eigenaar, proprietario=owner; omschrijving, descricao, descrizione=description; adres, indirizzo, endereco=address; aanschaf, acquisto, aquisicao=purchase;
aanschafdatum=purchase date; aanschafprijs=purchase price; leverancier, fornitore, fornecedor=supplier; besturingssysteem=os; gebruiker, utente, utilizador=user; afdeling, reparto=department; fabrikant, produttore, marchio=manufacturer; serienummer=serial number;
geheugen=memory; schijf=disk; omgeving=environment; garantie, garanzia=warranty; stato=status; ruimte, stanza=room; gebouw=building; kostenplaats=cost center; opmerking, opmerkingen, osservazioni=comment; modello=model; sistema=system; operacional=operating;
processore, processador=processor; scadenza=expiration; responsabile, responsavel=responsible; applicazione, aplicacao=application; criticita, criticidade=criticality; dipartimento=department; servizio=service; numeri=number; azienda=company; rete, rede=network; tipologia=type; beheerder=administrator; besturings=os;
schijfruimte=disk space; verdieping=floor; kamer=room; aankoop=purchase; aankoopdatum=purchase date; einddatum=end date; prijs=price; versie=version; toegewezen=assigned; laatst, laatste=last; gezien=seen; werkplek=workstation; inventarisnummer=inventory number; netwerk=network; functie=function; bedrijf=company; klant=customer; aantal=number; capaciteit=capacity; grootte=size; gebruikt=used; vrij=free; apparaat, toestel=device; beschrijving=description; gebruikers=user; medewerker=employee; leveranciers=supplier; eigenaren=owner; verantwoordelijke=responsible; locaties=location; kosten=cost; toepassing, applicatie=application; dienst=service; kritikaliteit=criticality; datum=date; onderhoud=maintenance; aangemaakt=created; gewijzigd=updated;
detalhes=details; identificativo, identificatie, identifierare=id; univoco, univoca, uniek, unieke, unik=unique; cod=code; dettagli=details; luogo, plaats=location; verkoper, venditore=supplier; rivenditore, distributore=reseller; relazioni, relacionamentos, relaties=relationships; integrazioni, integracoes, integraties=integrations; attivita, atividade=activity; trafego, traffico, verkeer, netwerkverkeer=traffic; difficolta, dificuldade, moeilijkheid=difficulty; complessita, complexidade, complexiteit=complexity; livello=level; ondata=wave; lotto=batch; piek=max; belasting=utilization; jaar, jaarlijkse, jaarlijks=annual; maand, maandelijkse, maandelijks=month; onderhoud, onderhouds=maintenance; inkoop=purchase; waarde=value; bedrag=amount; groep, groepen=group; werkgeheugen=memory; intern=internal; harde=; gebruikte=used; rekencentrum=datacenter; streepjescode=barcode; activa=asset; toelichting, bijzonderheden, notities=comment; trefwoorden=keywords; toestand=status; aan=on; uit=off; voeding, voedings=power; prioriteit=priority; belang=criticality; kritisch=critical; bedrijfskritisch=business critical; classificatie=classification; dataclassificatie=data classification; vertrouwelijkheid=confidentiality; persoonsgegevens=personal data; personali, pessoais=personal; dati=data; proces=process; systeem=system; custodiante=custodian; contactpersoon=contact person; hoofdgebruiker=primary user; divisao, divisie, divisione=department; bedrijfsonderdeel, organisatieonderdeel=business unit; companhia=company; kostendrager=cost center; ondersteuning=support; levensduur=life; buiten=out; fisiche, fisici=physical; virtueel, virtuele=virtual; fysiek, fysieke=physical; virtualisatie=virtualization; virtualisatieplatform=virtualization platform; netwerken=network; ipervisore=hypervisor; programmeertaal=programming language; architectuur=architecture; bedrijfsfunctie=business function; bedrijfsdienst=business service; afhankelijk=dependent; verbonden=connected; fase=phase; strategia, estrategia, strategie=strategy; aanpak=approach; migratie=migration; inspanning=effort; esforco, sforzo=effort; actief=active`;

export const fillers: ReadonlySet<string> = new Set(FILLERS);

export const lexicon: ReadonlyMap<string, string> = new Map([
  ...entries(TURKISH),
  ...entries(CZECH),
  ...entries(POLISH),
  ...entries(FINNISH),
  ...entries(NORDIC),
  ...entries(OTHERS),
  ...entries(ITALIAN),
  ...entries(PORTUGUESE),
  ...entries(GERMAN),
  ...entries(MORE_FRENCH),
  ...entries(MORE_SPANISH),
  ...entries(FRENCH),
  ...entries(SPANISH),
  ...entries(ENGLISH),
]);

/** Pairs of words that mean one thing, as the single words leave the lexicon. */
export const pairs: ReadonlyMap<string, string> = new Map([
  ['operating system', 'os'],
  ['system operating', 'os'],
  ['guest os', 'os'],
  ['host name', 'hostname'],
  ['data center', 'datacenter'],
  ['center data', 'datacenter'],
  ['life cycle', 'lifecycle'],
  ['cycle life', 'lifecycle'],
  ['e email', 'email'],
  ['sub network', 'subnet'],
  ['hard disk', 'disk'],
  ['disk hard', 'disk'],
  ['hard disks', 'disks'],
  ['wi fi', 'wifi'],
  ['time stamp', 'timestamp'],
  ['put live', 'go live'],
  ['put service', 'go live'],
  ['system name', 'asset name'],
  ['on prem', 'onprem'],
  ['on premise', 'onprem'],
  ['v cpu', 'vcpu'],
  ['disk memory', 'disk storage'],
  ['v memory', 'vmemory'],
  ['v app', 'vapp'],
  ['v application', 'vapp'],
  ['v motion', 'vmotion'],
  ['v disk', 'disk'],
  ['v storage', 'storage'],
  ['power on', 'poweron'],
  ['base data', 'database'],
  ['data base', 'database'],
  ['user name', 'username'],
  ['data purchase', 'purchase date'],
  ['sm bios', 'smbios'],
  ['hard drives', 'disks'],
  ['net bios', 'netbios'],
  ['mo ref', 'moref'],
  ['dot net', 'net'],
  ['hyper v', 'hyperv'],
  ['bar code', 'barcode'],
  ['code bar', 'barcode'],
  ['code barre', 'barcode'],
  ['code barra', 'barcode'],
  ['code barras', 'barcode'],
  ['comment fiscal', 'invoice'],
  ['configuration item', 'ci'],
  ['employee id', 'employee number'],
  ['password password', 'password'],
  ['last time', 'last'],
  ['logical core', 'logical cpu'],
  ['fully qualified', 'fqdn'],
]);
