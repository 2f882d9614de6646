/**
 * What people call the target fields, in their own words: lower case, tokens separated by spaces, aliases by commas, as
 * `headerWords` cuts them. English first, then the usual German, French and Spanish words. `~` marks a weak alias: a
 * word that also names other things and so needs the values or the neighbours on its side.
 */
export const fieldAliases: Readonly<Record<string, string>> = {
  asset_name:
    'name, asset name, server name, machine name, device name, vm name, vm, ci name, item name, computer name, display name, resource name, instance name, virtual machine, virtual machine name, system name, node name, assets name, machine, server, ~host, ~device, ~computer, ~node, configuration item, object name, bezeichnung, gerätename, servername, nom, nom serveur, nombre, nombre servidor, nombre equipo',
  hostname:
    'hostname, host name, short name, netbios name, computer hostname, guest host name, os hostname, rechnername, nom hote, nombre host, node hostname',
  fqdn: 'fqdn, dns name, fully qualified domain name, dns hostname, full name, full hostname, domain name, dns, nom dns, host fqdn',
  asset_id:
    'id, asset id, vm id, uuid, vm uuid, bios uuid, smbios uuid, object id, sys id, ci id, device id, server id, machine id, instance id, resource id, record id, external id, application id, app id, unique id, vm key, moref, correlation id, instance uuid, guid, key, item id, kennung, identifiant, identificador',
  asset_tag:
    'asset tag, asset tag id, barcode, bar code, inventory number, inventory no, property tag, tag number, inventory id, asset number, asset no, inventarnummer, numero inventaire, numero inventario',
  serial_number:
    'serial number, serial no, serial, serialnumber, service tag, serial num, s n, sn, hardware serial, chassis serial, seriennummer, numero serie, numéro série, número serie',
  asset_type:
    'asset type, ci type, device type, category, ci class, class, sys class name, asset class, ~type, item type, object type, resource type, product type, machine type, computer type, kind, subcategory, ci category, ~typ, kategorie, categorie, categoria, tipo, type actif',
  description:
    'description, notes, note, comment, comments, remark, remarks, annotation, short description, additional comments, details, beschreibung, bemerkung, kommentar, commentaire, remarques, descripcion, descripción, comentarios, observaciones',
  tags: 'tag, tags, labels, label, keywords, custom tags, vm tags, etiquettes, etiquetas',
  status:
    'status, operational status, install status, asset status, state, ci status, device status, lifecycle status, record status, status code, installation status, zustand, estado, etat, état, statut',
  power_state:
    'power state, powerstate, power status, vm state, vm status, instance state, power, run state, betriebszustand',
  environment:
    'environment, env, deployment environment, used for, landscape, environment type, environment name, stage, umgebung, environnement, entorno',
  location:
    'location, site, address, city, country, region, building, office, room, street, campus, assigned location, physical location, site name, floor, location name, geography, standort, gebäude, raum, ort, land, emplacement, lieu, ville, pays, ubicacion, ubicación, ciudad, sede',
  datacenter:
    'datacenter, data center, data centre, dc, hosting facility, datacentre, dc name, datacenter name, rechenzentrum, rz, centre de données, centro de datos',
  rack_location:
    'rack, rack location, rack position, rack unit, rack name, cabinet, u position, position u, rack no, rack number, ~position, ru, schrank, baie, bastidor',
  operating_system:
    'operating system, os, os name, guest os, platform, os type, operating system name, os platform, guest operating system, os family, os configuration file, os vmware tools, os full name, os distribution, betriebssystem, systeme exploitation, système exploitation, sistema operativo',
  os_version:
    'os version, operating system version, os release, kernel, kernel version, os build, build number, service pack, os service pack, esx version, patch level, esxi version, os patch level, betriebssystemversion, version os, version so',
  os_architecture:
    'os architecture, architecture, arch, os bit, bitness, os address width, processor architecture, cpu architecture, platform architecture, architektur',
  cpu_cores:
    'cpu, cpus, cores, vcpu, vcpus, cpu cores, cpu core, core count, cpu count, cpu core count, number cores, number cpus, number vcpus, logical processors, processors, num cpu, num cores, processor count, total cores, logical cpu, cpu core number, allocated vcpu, prozessoren, kerne, nombre cpu, nucleos, núcleos',
  cpu_sockets:
    'sockets, cpu sockets, physical cpus, physical processors, socket count, number sockets, physical cpu count, number physical processors',
  cpu_model:
    'cpu model, cpu type, processor, cpu name, processor name, processor type, processor model, cpu manufacturer, prozessortyp, processeur, procesador',
  memory_gb:
    'memory, ram, memory size, total memory, installed memory, physical memory, memory capacity, allocated memory, configured memory, ram size, mem, total ram, memory total, ram total, memory allocated, arbeitsspeicher, hauptspeicher, speicher, memoire, mémoire, memoria, memoria ram',
  storage_gb:
    'storage, disk, disk size, disk space, total disk, total storage, storage size, storage total, disk capacity, total disk capacity, provisioned, provisioned storage, provisioned space, capacity, storage capacity, hdd, hard disk, hard drive, disk total, storage allocated, allocated storage, total disk size, volume size, hdd size, festplatte, speicherplatz, disque, stockage, disco, almacenamiento',
  storage_used_gb:
    'used space, used storage, storage used, in use, disk used, used disk, storage in use, consumed, used capacity, disk usage, used disk space, consumed storage, space used, belegt, stockage utilisé, espacio usado',
  ip_address:
    'ip address, ip, ipv4, ipv6, ip addresses, primary ip, ipv4 address, ipv6 address, primary ip address, public ip, private ip, public ip address, private ip address, management ip, ip addr, server ip, mgmt ip, ip adresse, adresse ip, direccion ip, dirección ip',
  mac_address:
    'mac address, mac, mac addr, physical address, hardware address, ethernet address, mac adresse, adresse mac, direccion mac, dirección mac',
  network_segment:
    'network, vlan, subnet, port group, portgroup, network segment, network name, netmask, subnet mask, vlan id, vnet, virtual network, network zone, security zone, netzwerk, netz, reseau, réseau, red, subred',
  manufacturer:
    'manufacturer, make, brand, hardware vendor, hw vendor, hardware manufacturer, oem, ~vendor, hersteller, fabricant, constructeur, fabricante, marca',
  model:
    'model, model number, model name, model id, hardware model, product model, server model, model no, modell, modele, modèle, modelo',
  is_virtual:
    'virtual, is virtual, physical virtual, virtual physical, virtual or physical, physical or virtual, virtualized, server type, machine kind, virtuell, virtuel',
  hypervisor:
    'hypervisor, virtualization platform, vi sdk server type, virtualization, hypervisor type, virtualisation platform, vcenter version, virtualization technology, hypervisor version',
  host_server:
    'host server, esxi host, esx host, physical host, parent server, hypervisor host, hosted on, vm host, runs on, parent host, ~host, host machine, virtualisierungshost',
  cluster: 'cluster, cluster name, vm cluster, esx cluster, ha cluster, cluster id',
  server_role:
    'role, server role, function, device role, tier, server function, purpose, workload type, usage, server purpose, rolle, funktion, rôle, funcion, función',
  database_type:
    'database, database type, database engine, db type, db engine, dbms, database name, database version, rdbms, sql edition, datenbank, base de données, base de datos',
  technology_stack:
    'technology, technology stack, tech stack, software, middleware, programming language, language, framework, installed software, buildpack, runtime, software installed, stack, applications installed, technologie, tecnologia',
  application_name:
    'application, application name, app, app name, business application, application service, app service, workload, workload name, application title, anwendung, anwendungsname, applikation, nom application, aplicacion, aplicación',
  vendor:
    'vendor, supplier, software vendor, vendor name, supplier name, provider, publisher, software publisher, lieferant, anbieter, fournisseur, proveedor',
  hosting_model:
    'hosting, hosting model, deployment model, hosting type, cloud model, deployment type, hosting location, delivery model, install type',
  business_owner:
    'owner, business owner, application owner, app owner, product owner, owned by, asset owner, system owner, service owner, owner name, accountable, eigentümer, verantwortlicher, besitzer, proprietaire, propriétaire, responsable, propietario',
  technical_owner:
    'technical owner, it owner, admin, administrator, managed by, custodian, technical contact, system administrator, server owner, sysadmin, technical lead, it contact, tech owner, technischer ansprechpartner, administrateur, responsable technique, administrador',
  support_group:
    'support group, assignment group, support team, managed by group, managing group, team, responsible team, owner group, operations team, supported by, resolver group, supportgruppe, groupe support, grupo de soporte',
  assigned_to:
    'assigned to, assigned user, user, user name, username, primary user, used by, employee, assignee, last user, checked out to, benutzer, nutzer, zugewiesen an, utilisateur, usuario, asignado a',
  department:
    'department, business unit, division, dept, bu, department name, org unit, organizational unit, section, abteilung, bereich, departement, département, service utilisateur, departamento',
  organization:
    'company, organization, organisation, customer, tenant, company name, client, legal entity, entity, tenant name, firma, unternehmen, kunde, entreprise, société, empresa, cliente',
  cost_center:
    'cost center, cost centre, gl account, budget code, cost code, charge code, kostenstelle, centre de cout, centre de coût, centro de coste',
  business_criticality:
    'criticality, business criticality, priority, importance, mission critical, business impact, impact, critical, app criticality, service level, service tier, business critical, kritikalität, criticité, criticidad',
  data_classification:
    'data classification, classification, confidentiality, data sensitivity, sensitivity, information classification, security classification, pii, datenklassifizierung, classification données, clasificacion',
  compliance:
    'compliance, regulatory, compliance scope, pci, sox, gdpr, hipaa, regulation, in scope, compliance requirements',
  business_service:
    'business service, service, business capability, capability, business process, process, service name, business domain, geschäftsservice, service métier, servicio de negocio',
  lifecycle_stage:
    'lifecycle, lifecycle stage, lifecycle phase, life cycle stage, life cycle, lifecycle state, lebenszyklus, cycle de vie',
  install_date:
    'install date, installed on, installation date, deployed date, go live, go live date, deployment date, in service date, commission date, date installed, first deployed, production date, installationsdatum, date installation, fecha instalacion',
  purchase_date:
    'purchase date, acquired date, order date, acquisition date, date purchased, purchased, bought, date acquired, ordered, kaufdatum, date achat, fecha compra, fecha de compra',
  warranty_expiration:
    'warranty, warranty expiration, warranty expiry, warranty end, warranty date, warranty end date, warranty expires, warranty months, maintenance end, support contract end, warranty length, warranty lenghts, contract end date, maintenance expiration, garantie, garantieende, fin garantie, garantia, garantía',
  end_of_support_date:
    'end of support, eol, end of life, eos, retirement date, decommission date, end of life date, end of support date, eol date, retired date, disposal date, support end date, sunset date, end of service',
  last_seen:
    'last seen, last discovered, last scan, last scanned, last contact, discovery date, last check in, last logon, most recent discovery, last inventory, last discovery, last communication, last reported, last online, zuletzt gesehen, dernière vue, ultima vez',
  purchase_cost:
    'purchase cost, cost, price, purchase price, acquisition cost, unit cost, unit price, amount, book value, value, anschaffungskosten, preis, kosten, prix, coût, coste, precio, costo',
  annual_cost:
    'annual cost, monthly cost, run cost, tco, yearly cost, total cost ownership, recurring cost, annual cost estimate, operating cost, license cost, maintenance cost, support cost, jährliche kosten, coût annuel, coste anual',
  cpu_utilization_percent:
    'cpu utilization, cpu usage, cpu utilization percentage, cpu usage percent, cpu load, avg cpu, average cpu, cpu average, cpu used, cpu utilisation, average cpu utilization, cpu auslastung, utilisation cpu, uso cpu',
  cpu_utilization_percent_max:
    'cpu peak, max cpu, peak cpu, cpu utilization peak, cpu max, peak cpu utilization, max cpu usage, cpu utilization max, maximum cpu utilization, cpu peak usage',
  memory_utilization_percent:
    'memory utilization, memory usage, memory usage percent, memory utilization percentage, avg memory, average memory, ram usage, memory used, memory load, mem usage, ram utilization, memory utilisation, average memory utilization, ram auslastung, utilisation mémoire, uso memoria',
  memory_utilization_percent_max:
    'memory peak, max memory, peak memory, memory utilization peak, memory max, peak memory utilization, max memory usage, memory utilization max, peak ram',
  disk_iops:
    'iops, disk iops, disk read ops, disk write ops, read iops, write iops, disk operations, disk read operations second, disk write operations second, read ops operations second, write ops operations second, disk io, max iops, peak iops',
  network_throughput_mbps:
    'network throughput, network in, network out, bandwidth used, network in throughput, network out throughput, network utilization, bytes sent, bytes received, network traffic, network usage',
  rto: 'rto, recovery time objective, recovery time',
  rpo: 'rpo, recovery point objective, recovery point',
  dependencies:
    'dependencies, dependency, depends on, upstream, downstream, interfaces, related assets, related items, companion products, integrations, relationships, dependent applications, interfaces to, upstream applications, abhängigkeiten, schnittstellen, dépendances, dependencias',
  six_r_strategy:
    '6r, 7r, 6r strategy, migration strategy, migration treatment, disposition, treatment, 6 r, r strategy, cloud strategy, migration disposition, six r, migration approach, migration pattern',
  migration_wave:
    'wave, migration wave, move group, migration group, move wave, migration phase, wave number, bundle, migrationswelle',
  migration_complexity:
    'migration complexity, complexity, migration effort, difficulty, migration difficulty, effort, technical complexity, komplexität',
};
