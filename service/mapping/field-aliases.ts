/**
 * What people call the target fields, in their own words: lower case, tokens separated by spaces, aliases by commas, as
 * `headerWords` cuts them. English first, then the usual German, French and Spanish words. `~` marks a weak alias: a
 * word that also names other things and so needs the values or the neighbours on its side.
 */
export const fieldAliases: Readonly<Record<string, string>> = {
  asset_name:
    'name, asset name, server name, machine name, device name, vm name, vm, ci name, item name, computer name, display name, resource name, instance name, virtual machine, virtual machine name, system name, node name, assets name, machine, server, ~host, ~device, ~computer, ~node, configuration item, object name, bezeichnung, gerätename, servername, nom, nom serveur, nombre, nombre servidor, nombre equipo, anlagenname, computername, maschine, nom machine, nom equipement, equipo, nombre activo, nombre maquina',
  hostname:
    'hostname, host name, short name, netbios name, computer hostname, guest host name, os hostname, rechnername, nom hote, nombre host, node hostname, nom machine hote, nombre equipo host',
  fqdn: 'fqdn, dns name, fully qualified domain name, dns hostname, full name, full hostname, domain name, dns, nom dns, host fqdn, public dns, private dns, public ipv4 dns, private dns name, fqdn hostname',
  asset_id:
    'id, asset id, vm id, uuid, vm uuid, bios uuid, smbios uuid, object id, sys id, ci id, device id, server id, machine id, instance id, resource id, record id, external id, application id, app id, unique id, vm key, moref, correlation id, instance uuid, guid, ~key, item id, kennung, identifiant, identificador, identifier, unique identifier, source id, arn',
  asset_tag:
    'asset tag, asset tag id, barcode, bar code, inventory number, inventory no, property tag, tag number, inventory id, asset number, asset no, inventarnummer, numero inventaire, numero inventario, anlagennummer, inventarnr, numero immobilisation, etiqueta activo',
  serial_number:
    'serial number, serial no, serial, serialnumber, service tag, serial num, s n, sn, hardware serial, chassis serial, seriennummer, numero serie, numéro série, número serie, seriennr, no serie, num serie, n serie',
  asset_type:
    'asset type, ci type, device type, category, ci class, class, sys class name, asset class, ~type, item type, object type, resource type, product type, machine type, computer type, kind, subcategory, ci category, ~typ, kategorie, categorie, categoria, tipo, type actif, geratetyp, gerateart, anlagentyp, assettyp, type equipement, tipo activo, tipo equipo, model category, hardware type',
  description:
    'description, notes, note, comment, comments, remark, remarks, annotation, short description, additional comments, details, beschreibung, bemerkung, kommentar, commentaire, remarques, descripcion, descripción, comentarios, observaciones, bemerkungen, kommentare, anmerkung',
  tags: 'tag, tags, labels, label, keywords, custom tags, vm tags, etiquettes, etiquetas',
  status:
    'status, operational status, install status, asset status, state, ci status, device status, lifecycle status, record status, status code, installation status, zustand, estado, etat, état, statut',
  power_state:
    'power state, powerstate, power status, vm state, vm status, instance state, power, run state, betriebszustand, power on, powered on',
  environment:
    'environment, env, deployment environment, used for, landscape, environment type, environment name, stage, umgebung, environnement, entorno, system environment, sdlc environment, umgebungstyp',
  location:
    'location, site, address, city, country, region, building, office, room, street, campus, assigned location, physical location, site name, floor, location name, geography, standort, gebäude, raum, ort, land, emplacement, lieu, ville, pays, ubicacion, ubicación, ciudad, sede, availability zone, zone, azure region, aws region, cloud region, campus site, ad site, standort name, batiment, edificio, pais, province, state province, zip code, postal code, facility, site code',
  datacenter:
    'datacenter, data center, data centre, dc, hosting facility, datacentre, dc name, datacenter name, rechenzentrum, rz, centre de données, centro de datos, rechenzentrum name, salle serveur, cpd, data center location',
  rack_location:
    'rack, rack location, rack position, rack unit, rack name, cabinet, u position, position u, rack no, rack number, ~position, ru, schrank, baie, bastidor, rack slot, u location, rack space, start at u, start u',
  operating_system:
    'operating system, os, os name, guest os, platform, os type, operating system name, os platform, guest operating system, os family, os configuration file, os vmware tools, os full name, os distribution, betriebssystem, systeme exploitation, système exploitation, sistema operativo, os caption, platform details, os product, os description, bs, betriebssystem name, sistema',
  os_version:
    'os version, operating system version, os release, kernel, kernel version, os build, build number, service pack, os service pack, esx version, patch level, esxi version, os patch level, betriebssystemversion, version os, version so, build, os build version, kernel release, betriebssystem version, version systeme exploitation, ios version, os version number',
  os_architecture:
    'os architecture, architecture, arch, os bit, bitness, os address width, processor architecture, cpu architecture, platform architecture, architektur, system type, arquitectura',
  cpu_cores:
    'cpu, cpus, cores, vcpu, vcpus, cpu cores, cpu core, core count, cpu count, cpu core count, number cores, number cpus, number vcpus, logical processors, processors, num cpu, num cores, processor count, total cores, logical cpu, cpu core number, allocated vcpu, prozessoren, kerne, nombre cpu, nucleos, núcleos, number logical processors, logical cores, cpu threads, threads, number vcpu, number core, cpu kerne, number kerne, anzahl prozessoren, nombre processeurs, nombre coeurs, coeurs, nombre vcpu, numero cpu, numero nucleos, nucleos cpu, total cpu, total vcpu, total core',
  cpu_sockets:
    'sockets, cpu sockets, physical cpus, physical processors, socket count, number sockets, physical cpu count, number physical processors, processor sockets, physische cpus, sockel',
  cpu_model:
    'cpu model, cpu type, processor, cpu name, processor name, processor type, processor model, cpu manufacturer, prozessortyp, processeur, procesador, prozessor, cpu description, chip, modele processeur, modelo procesador',
  memory_gb:
    'memory, ram, memory size, total memory, installed memory, physical memory, memory capacity, allocated memory, configured memory, ram size, mem, total ram, memory total, ram total, memory allocated, arbeitsspeicher, hauptspeicher, speicher, memoire, mémoire, memoria, memoria ram, installed ram, memory installed, physical ram, ram capacity, ram installed, total physical memory, memory provisioned, memory configured, memory assigned, ram grosse, speichergrosse, memoire vive, memoire ram, memoire totale',
  storage_gb:
    'storage, disk, disk size, disk space, total disk, total storage, storage size, storage total, disk capacity, total disk capacity, provisioned, provisioned storage, provisioned space, capacity, storage capacity, hdd, hard disk, hard drive, disk total, storage allocated, allocated storage, total disk size, volume size, hdd size, festplatte, speicherplatz, disque, stockage, disco, almacenamiento, disk provisioned, provisioned disk, total disk space, total capacity, drive size, drive capacity, ssd size, total hdd, local storage, attached storage, festplattengrosse, plattenplatz, plattenkapazitat, speicherkapazitat, espace disque, capacite disque, taille disque, espacio disco, disco duro, capacidad disco, tamano disco',
  storage_used_gb:
    'used space, used storage, storage used, in use, disk used, used disk, storage in use, consumed, used capacity, disk usage, used disk space, consumed storage, space used, belegt, stockage utilisé, espacio usado, disk consumed, capacity used, belegter speicher, belegter speicherplatz, espace utilise, disco usado, espacio utilizado',
  ip_address:
    'ip address, ip, ipv4, ipv6, ip addresses, primary ip, ipv4 address, ipv6 address, primary ip address, public ip, private ip, public ip address, private ip address, management ip, ip addr, server ip, mgmt ip, ip adresse, adresse ip, direccion ip, dirección ip, host ip, guest ip, ip v4, ip v6, ip adressen, primare ip, addresses ip, ipv4 adresse, adresse ipv4, direccion ipv4',
  mac_address:
    'mac address, mac, mac addr, physical address, hardware address, ethernet address, mac adresse, adresse mac, direccion mac, dirección mac, wi fi mac, wifi mac, wireless mac, lan mac, bluetooth mac, ethernet mac, network mac, primary mac',
  network_segment:
    'network, vlan, subnet, port group, portgroup, network segment, network name, netmask, subnet mask, vlan id, vnet, virtual network, network zone, security zone, netzwerk, netz, reseau, réseau, red, subred, vpc, vpc id, subnet id, subnet name, vnet name, vlan name, ip subnet, network id, cidr, ip range, netzwerksegment, subnetz, segment, sous reseau',
  manufacturer:
    'manufacturer, make, brand, hardware vendor, hw vendor, hardware manufacturer, oem, ~vendor, hersteller, fabricant, constructeur, fabricante, marca, hersteller name, fabrikat, marque',
  model:
    'model, model number, model name, model id, hardware model, product model, server model, model no, modell, modele, modèle, modelo, modellbezeichnung, instance type, hardware type model, modele materiel',
  is_virtual:
    'virtual, is virtual, physical virtual, virtual physical, virtual or physical, physical or virtual, virtualized, server type, machine kind, virtuell, virtuel, virtual machine flag, vm flag, virtual flag, virtual yes no, virtuel physique',
  hypervisor:
    'hypervisor, virtualization platform, vi sdk server type, virtualization, hypervisor type, virtualisation platform, vcenter version, virtualization technology, hypervisor version',
  host_server:
    'host server, esxi host, esx host, physical host, parent server, hypervisor host, hosted on, vm host, runs on, parent host, ~host, host machine, virtualisierungshost, esx, esxi, hypervisor name, hyper v host, hote, hote physique, servidor anfitrion, physical server, physical server name, virtual host',
  cluster:
    'cluster, cluster name, vm cluster, esx cluster, ha cluster, cluster id, clustername, grappe, vsphere cluster, failover cluster',
  server_role:
    'role, server role, function, device role, tier, server function, purpose, workload type, usage, server purpose, rolle, funktion, rôle, funcion, función, serverrolle, role serveur, rol, rol servidor, machine role, host role, zweck',
  database_type:
    'database, database type, database engine, db type, db engine, dbms, database name, database version, rdbms, sql edition, datenbank, base de données, base de datos, db version, db name, database product, db platform, database platform, db instance, database instance, dbms version, datenbanktyp, type base de donnees, tipo base de datos, sql version',
  technology_stack:
    'technology, technology stack, tech stack, software, middleware, programming language, language, framework, installed software, buildpack, runtime, software installed, stack, applications installed, technologie, tecnologia, languages, frameworks, development language, application server, runtime version, programmiersprache, langage',
  application_name:
    'application, application name, app, app name, business application, application service, app service, workload, workload name, application title, anwendung, anwendungsname, applikation, nom application, aplicacion, aplicación, applikationsname, hosted application, hosted applications, installed application, supported application, business app, nom appli, nombre aplicacion',
  vendor:
    'vendor, supplier, software vendor, vendor name, supplier name, provider, publisher, software publisher, lieferant, anbieter, fournisseur, proveedor, hersteller software, application vendor, publisher name, lieferant name, editeur',
  hosting_model:
    'hosting, hosting model, deployment model, hosting type, cloud model, deployment type, hosting location, delivery model, install type, deployment, hosting environment, hosting provider, on prem or cloud, cloud or on prem, bereitstellungsmodell, hebergement, alojamiento',
  business_owner:
    'owner, business owner, application owner, app owner, product owner, owned by, asset owner, system owner, service owner, owner name, accountable, eigentümer, verantwortlicher, besitzer, proprietaire, propriétaire, responsable, propietario, business contact, business lead, application manager, service manager, executive sponsor, fachverantwortlicher, business owner name, department owner, proprietaire metier, dueno, responsable negocio',
  technical_owner:
    'technical owner, it owner, admin, administrator, managed by, custodian, technical contact, system administrator, server owner, sysadmin, technical lead, it contact, tech owner, technischer ansprechpartner, administrateur, responsable technique, administrador, infrastructure owner, platform owner, technical manager, support contact, ansprechpartner, systemverantwortlicher, technischer verantwortlicher, betreuer, contact technique, contacto tecnico, responsable tecnico, engineer, tech lead, technician, technician in charge, zustandig',
  support_group:
    'support group, assignment group, support team, managed by group, managing group, team, responsible team, owner group, operations team, supported by, resolver group, supportgruppe, groupe support, grupo de soporte, change group, support organization, owning team, owner team, support queue, ops team, betriebsteam, zustandiges team, equipe, equipe support, equipo soporte, group in charge',
  assigned_to:
    'assigned to, assigned user, user, user name, username, primary user, used by, employee, assignee, last user, checked out to, benutzer, nutzer, zugewiesen an, utilisateur, usuario, asignado a, primary user name, primary user email, primary user email address, end user, current user, last logged user, last logged on user, logged in user, user email, hauptbenutzer, zugewiesener benutzer, usuario asignado, utilisateur principal, affecte a',
  department:
    'department, business unit, division, dept, bu, department name, org unit, organizational unit, section, abteilung, bereich, departement, département, service utilisateur, departamento, geschaftsbereich, unidad de negocio, unite affaires, line of business, lob, cost department, business unit name',
  organization:
    'company, organization, organisation, customer, tenant, company name, client, legal entity, entity, tenant name, firma, unternehmen, kunde, entreprise, société, empresa, cliente, subsidiary, organisationseinheit, organisation name, mandant, gesellschaft, organizacion, account name',
  cost_center:
    'cost center, cost centre, gl account, budget code, cost code, charge code, kostenstelle, centre de cout, centre de coût, centro de coste, centro de costos, centro de costo, kostenstelle nr, profit center, charge back code, chargeback code, budget',
  business_criticality:
    'criticality, business criticality, priority, importance, mission critical, business impact, impact, critical, app criticality, service level, service tier, business critical, kritikalität, criticité, criticidad, emergency tier, tier level, criticality level, criticality rating, criticality tier, application tier, geschaftskritikalitat, prioritat, niveau criticite, criticite metier, criticidad negocio, prioridad, importancia, sla, sla tier',
  data_classification:
    'data classification, classification, confidentiality, data sensitivity, sensitivity, information classification, security classification, pii, datenklassifizierung, classification données, clasificacion, pii data, contains pii, data class, datenklasse, schutzbedarf, vertraulichkeit, confidentialite, clasificacion datos, confidencialidad, phi, personal data',
  compliance:
    'compliance, regulatory, compliance scope, pci, sox, gdpr, hipaa, regulation, in scope, compliance requirements, regulatory scope, regulatory requirements, compliance requirement, compliance framework, regulations, konformitat, conformite, cumplimiento, gdpr relevant, in pci scope',
  business_service:
    'business service, service, business capability, capability, business process, process, service name, business domain, geschäftsservice, service métier, servicio de negocio, supported service, service offering, business function, value stream, geschaftsprozess, geschaftsservice, processus metier, proceso negocio',
  lifecycle_stage:
    'lifecycle, lifecycle stage, lifecycle phase, life cycle stage, life cycle, lifecycle state, lebenszyklus, cycle de vie, lebenszyklusphase, phase cycle de vie, ciclo vida, fase ciclo vida, life cycle phase, life cycle status',
  install_date:
    'install date, installed on, installation date, deployed date, go live, go live date, deployment date, in service date, commission date, date installed, first deployed, production date, installationsdatum, date installation, fecha instalacion, inbetriebnahme, inbetriebnahmedatum, installiert am, installed, installation, os install date, date mise en service, mise en service, fecha puesta en marcha, fecha alta, provisioned date, provision date',
  purchase_date:
    'purchase date, acquired date, order date, acquisition date, date purchased, purchased, bought, date acquired, ordered, kaufdatum, date achat, fecha compra, fecha de compra, date of purchase, beschaffungsdatum, anschaffungsdatum, gekauft am, date acquisition, fecha adquisicion, buy date',
  warranty_expiration:
    'warranty, warranty expiration, warranty expiry, warranty end, warranty date, warranty end date, warranty expires, warranty months, maintenance end, support contract end, warranty length, warranty lenghts, contract end date, maintenance expiration, garantie, garantieende, fin garantie, garantia, garantía, garantie bis, garantie ende, garantieablauf, warranty until, warranty valid until, support expiration, support expiry, vertragsende, fin contrat, vencimiento garantia, fin garantia, expiration garantie, date fin garantie',
  end_of_support_date:
    'end of support, eol, end of life, eos, retirement date, decommission date, end of life date, end of support date, eol date, retired date, disposal date, support end date, sunset date, end of service, end of life os, os end of support, supportende, lebensende, ausserbetriebnahme, end of extended support, fin support, fin de vie, fin soporte, fin vida, retirement, decommissioned date, planned retirement date, planned decommission date',
  last_seen:
    'last seen, last discovered, last scan, last scanned, last contact, discovery date, last check in, last logon, most recent discovery, last inventory, last discovery, last communication, last reported, last online, zuletzt gesehen, dernière vue, ultima vez, last hardware scan, last software scan, last heartbeat, last connected, last active, last activity, last sync, last synced, last agent contact, last inventory scan, letzter kontakt, letzte inventur, letzter scan, letzte anmeldung, dernier contact, derniere connexion, dernier inventaire, ultimo contacto, ultimo escaneo, ultima conexion',
  purchase_cost:
    'purchase cost, cost, price, purchase price, acquisition cost, unit cost, unit price, amount, book value, value, anschaffungskosten, preis, kosten, prix, coût, coste, precio, costo, kaufpreis, anschaffungswert, prix achat, cout achat, precio compra, costo compra, capital cost, original cost',
  annual_cost:
    'annual cost, monthly cost, run cost, tco, yearly cost, total cost ownership, recurring cost, annual cost estimate, operating cost, license cost, maintenance cost, support cost, jährliche kosten, coût annuel, coste anual, jahreskosten, monatliche kosten, betriebskosten, cout mensuel, costo mensual, coste mensual, annual run cost, annual spend, yearly spend, opex, cost per month, cost per year',
  cpu_utilization_percent:
    'cpu utilization, cpu usage, cpu utilization percentage, cpu usage percent, cpu load, avg cpu, average cpu, cpu average, cpu used, cpu utilisation, average cpu utilization, cpu auslastung, utilisation cpu, uso cpu, average cpu usage, cpu load average, cpu nutzung',
  cpu_utilization_percent_max:
    'cpu peak, max cpu, peak cpu, cpu utilization peak, cpu max, peak cpu utilization, max cpu usage, cpu utilization max, maximum cpu utilization, cpu peak usage, cpu 95th percentile, cpu p95, p95 cpu',
  memory_utilization_percent:
    'memory utilization, memory usage, memory usage percent, memory utilization percentage, avg memory, average memory, ram usage, memory used, memory load, mem usage, ram utilization, memory utilisation, average memory utilization, ram auslastung, utilisation mémoire, uso memoria, average ram usage, ram used, speicherauslastung, speichernutzung',
  memory_utilization_percent_max:
    'memory peak, max memory, peak memory, memory utilization peak, memory max, peak memory utilization, max memory usage, memory utilization max, peak ram, max ram usage, memory p95, p95 memory, memory 95th percentile',
  disk_iops:
    'iops, disk iops, disk read ops, disk write ops, read iops, write iops, disk operations, disk read operations second, disk write operations second, read ops operations second, write ops operations second, disk io, max iops, peak iops, disk reads per second, disk writes per second, disk read per second, disk write per second, reads per second, writes per second, total iops, average iops',
  network_throughput_mbps:
    'network throughput, network in, network out, bandwidth used, network in throughput, network out throughput, network utilization, bytes sent, bytes received, network traffic, network usage, network received, network sent, net in, net out, network receive, network transmit, inbound traffic, outbound traffic, network bandwidth, bandwidth, network io, throughput',
  rto: 'rto, recovery time objective, recovery time, rto target, rto hours, wiederanlaufzeit',
  rpo: 'rpo, recovery point objective, recovery point, rpo target, rpo hours, maximaler datenverlust',
  dependencies:
    'dependencies, dependency, depends on, upstream, downstream, interfaces, related assets, related items, companion products, integrations, relationships, dependent applications, interfaces to, upstream applications, abhängigkeiten, schnittstellen, dépendances, dependencias, upstream systems, downstream systems, connected systems, connected applications, depends upon, dependent systems, interfacing systems, linked applications, connections, abhangig von, dependance, depend de, depende de, interfaces avec, integrates with, connects to',
  six_r_strategy:
    '6r, 7r, 6r strategy, migration strategy, migration treatment, disposition, treatment, 6 r, r strategy, cloud strategy, migration disposition, six r, migration approach, migration pattern, migration type, migration path, 6rs, 7rs, target disposition, migrationsstrategie, strategie migration, estrategia migracion, recommended strategy, target strategy',
  migration_wave:
    'wave, migration wave, move group, migration group, move wave, migration phase, wave number, bundle, migrationswelle, migration batch, wave name, wave no, wave id, vague migration, vague, ola migracion, ola',
  migration_complexity:
    'migration complexity, complexity, migration effort, difficulty, migration difficulty, effort, technical complexity, komplexität, migrationskomplexitat, complexite migration, complejidad migracion, complejidad, complexite, schwierigkeit',
};
