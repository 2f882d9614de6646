/**
 * Names of the target fields found when each was written down as some hundred tools and people's own sheets call it, in
 * the notation of `field-aliases.ts`.
 */
export const aliasesOfSheets: Readonly<Record<string, string>> = {
  asset_name:
    'managed object name, tag name value, ~node caption, dev name, cloud resource name, configuration element, logical partition, replicated item, protected item, server to migrate, ~source server, discovered server, migrated server, inventoried device, scanned host name, zone host name, hypervisor guest name, vm guest label, machine caption, resource caption',
  hostname:
    'facter hostname, uname n, agent hostname, machine hostname, asset hostname, device hostname, system host name short, domain computer name, endpoint hostname short',
  fqdn: 'd ns hostname, canonical hostname, vm fqdn, device fqdn, guest fqdn, instance fqdn, computer fqdn, resolved fqdn, primary fqdn',
  asset_id:
    'reconciliation identity, reconciliation id, config uuid, config instance uuid, self link id, ~aid, ext id, insight key, fact sheet id, ait number, ait id, ea id, nessus uuid, qualys id, tenable uuid, vapp vm id, kit id, host asset id, network device id, asset reference, equipment reference, item reference, ~codigo',
  asset_tag:
    'other serial, cespite, equip tag, stock number, stock id, nsn tag, nsn, service label number, ga tag, label number, asset label id, inventory label number, inventory sticker number, placa equipo, fixed asset code, fixed asset tag number, asset tag code',
  serial_number: 'type serial, serial number type',
  asset_type:
    '~product category name, category tier, categorization tier, product categorization tier, operational categorization, product categorization, fact sheet type, ci sub class, inventory object type, sort of device',
  description:
    'notes complementary, further comments, further notes, guest description, computer description, config annotation, annot, cmt, rmk, remark txt, remarks text, detalle, descriptive text, vm annotation',
  tags: 'tag set, tagset, falcon grouping tags, grouping tags, falcon tags, stichworter, klicova slova, słowa kluczowe, anahtar kelimeler, vm labels list, assigned labels',
  status:
    'cmdb status, ~retired, ~decommissioned, ~live, ~in service, resource state, current operational status, object condition state',
  power_state: 'domain state, domstate, ec2 state, włączona, vm on off, is on, switched on, turned on',
  environment: 'otap, dtap, otap environment, dtap environment, instance type prd dev, prod uat test, env prod test',
  location:
    '~address physical, full location, physical delivery office name, where located, located at, store number, branch number, branch code, branch name, mailing address, street address line, gps location name',
  datacenter:
    'vc datacenter, vmware datacenter, compute room, machine hall, mdf idf, datacenter host, datacenter hall, server room number, computer hall',
  rack_location: 'grid position, dc rack, box number rack, number cabinet rack, u position start, rack number unit',
  operating_system: 'os fingerprint, ansible distribution, os including version, detected os name, os guess',
  os_version:
    'uname r, winver, ontap version, data ontap version, netapp version, ansible distribution version, vmkernel version, kernel build version, vmware esxi build, eos version device',
  os_architecture: 'is 64 bit, hw machine, machine hardware name, os cpu architecture',
  cpu_cores: 'hardware num cpu, hardware threads, vprocs, ncpu, ncpus, entitled cpu, proc units, cpu cores per vm',
  cpu_sockets: 'num cpu pkgs, cpu pkgs',
  cpu_model: 'chip type, cpu platform, cpu pkg description, cpu chip name, processor line',
  memory_gb: 'config memory, hardware memory size, ram ausstattung, internal memory, vram allocated',
  storage_gb: 'spazio su disco, boot volume size, root gb, vm disk, total vm disk, vdisk total',
  storage_used_gb: 'used data size, storage committed used, disk in use size',
  ip_address:
    'access ipv4, default ipv4 address, ip number, poll address, loopback address, ~loopback, host ip number, ipv4 number, ip address number, assigned ip address, server management ip, management network ip',
  mac_address: 'h waddr, mac address number',
  network_segment:
    '~mask, port group key, v network, v net, vcn id, overlay network, vswitch network, dvpg, ~net, ~lan, aliverkon peite, network id name, logical network name, tier 1 segment, connected vlan',
  manufacturer: 'bios manufacturer system, machine maker, hw maker',
  model:
    '~p n, part number pn, machine type uri, hardware profile vm size, physical model name, catalog number, hardware type name model, vm instance size, equipment model number, oznaceni, gamme',
  hypervisor: 'vmware vcenter version, virtualization product',
  host_server:
    '~esxi, ~esx, runtime host, virtual host name, os ext srv attr host, target node, blade server name, hosted on host, hosting host, node of vm, hypervisor name host',
  cluster:
    'part of cluster, cluster object, vm cluster name, compute cluster name, cluster host group, agrupamento servidores',
  server_role:
    'aufgaben, windows roles, primary usage, usage purpose, intended purpose, doel, formal server, business function server, what is it used for, used for what, system purpose',
  database_type:
    'db sid, version sgbd, underlying database, backend database type, database engine name, database engine type, database technology name, installed database, database software version',
  technology_stack:
    'tech components, it components, buildpacks, languages used, programming languages used, software environment, technical platform stack, yuklu software',
  application_name:
    'used by application, app tag, name application system, business application title, main application name, application used, installed business application',
  vendor:
    'maintenance provider, maintenance supplier, 3rd party vendor, third party supplier, primary vendor, cots vendor, preferred supplier, provided by, contracted vendor, partner supplier',
  hosting_model:
    '~saas, installation type saas onprem, deployment options, hosting class, hosting service type, cloud hosting type, hostingvorm, driftsmodell, driftsform, modelo hospedaje',
  business_owner:
    'business unit owner name, person in charge, dueno proceso, owner tag, chef produit, system business owner, business responsible person, functional administrator, head of department owner, owner business unit contact, customer contact name',
  technical_owner:
    'beheerd door, teknik sorumlu, person technical contact, ~poc, ~point contact, it owner contact, responsible admin name, maintenance responsible',
  support_group:
    'operator team, device responsible team, behandelgroep, oplosgroep, behandelaarsgroep, skupina resitelska, technical group name, tech group, level support team, 1st level support, 2nd level support, 3rd level support, third level support, squad name, crew, maintaining team, support desk group, team name responsible',
  assigned_to:
    'consegnatario, user primary name, custody of, uzytkownik głowny, zimmetli kisi, drzitel, son kullanıcı, user last seen, device assigned to, user real name, staff member name, worker, associate name, personnel name, person assigned to, person name assigned, given to user, account holder name, in gebruik bij, gebruikt door, recent user, logged on user name',
  department:
    'entite organisationnelle, department owner name, jednostka organizacyjna, komorka organizacyjna, verksamhetsområde, forretningsområde, department unit',
  organization:
    'op co, opco name, operating company name, corporation, site company, owning company name, company organization, customer account name, społka, virksomhed',
  cost_center:
    'compte budgetaire, cd c, mpk, masraf yeri, cost allocation code, cost assignment, accounting center, funding center, centrum cost',
  business_criticality:
    '~bia, bia score, bia class, device criticality, host criticality, node criticality, tag criticality, criticallity, important to business, business critical level, business critical rating, bedrijfskritisch systeem, dulezitost, istotnosc, how critical, criticality tier level, application tier criticality, server importance, vm criticality, impact rating',
  data_classification:
    'infoclass, highest data classification, sekretess, konfidentialitet, fortrolighed, data privacy class, privacy class, sensitivity class, data protection requirement, protection need, data categorization, information sensitivity level, information security class, information protection class',
  compliance:
    'nis2 relevant, nis2 scope, nis 2, lopd, rodo, kvkk, lgpd relevant, gxp relevance, validated system, ~regime, iso27001 scope, regelefterlevnad, lagkrav, etterlevelse, uyumluluk, zgodnosc, wymagania regulacyjne, vaatimustenmukaisuus, naleving, wet regelgeving, regulatory obligation, audit relevance, compliance relevance, in scope of regulation, gdpr relevance, dora scope, regulatory relevant',
  business_service:
    'processo aziendale, is surec, is hizmet, related business capability, related business service, related business process, business capability name, business process name, process name supported, it service related, service catalog name, service catalogue name, supported service name, business activity supported, business function name, application business domain, business domain name',
  lifecycle_stage:
    'application phase, product phase, lifecycle as string, obsolescence risk status, eol status, end life status, end of support status, lifecycle stage name, current lifecycle phase, current lifecycle stage, roadmap status, roadmap phase, technology lifecycle phase, yasam dongusu, livscykelfas, livscyklus, levenscyclusfase, sunset phase, aging stage',
  install_date:
    'aufbau date, aufstell date, einfuhrung date, date online, ~mep, mep date, devreye alma date, idriftsatt, idriftsættelsesdato, running since, live since date, date in operation, date put into service, date placed in service, put in use, production go live date, introduced on, introduction date',
  purchase_date: 'kjøpsdato, leveringsdato, leveransdatum, delivery received date',
  warranty_expiration:
    'applecare end, garantitid, warranty term end, under warranty until, service contract end date, maintenance valid until, maintenance contract end date, maintenance contract expiration date',
  end_of_support_date:
    'eo s, eo l, eo l date, eo s date, fin exploitation, fecha retirada, shutdown date server, switched off on, turned off on, power off date planned, uitfasering date, afvoer date, buiten gebruik date, out of service since, out of operation, end of operation date, os end of life date, mainstream support end date, extended support date, support end of life, retired since, hizmet dısı date, avhendet date',
  last_seen:
    'last heartbeat ddr, last heartbeat time, last heartbeat date, last activity time, last responded, last response time stamp, last collected date, last beacon, zuletzt erfasst, last audited time',
  purchase_cost:
    'cap ex, amount paid, new price, neupreis, købspris, original purchase cost, initial price, initial value, initial purchase price, purchase price net, purchase price gross, buying price, hardware price, device cost, device price, equipment cost, equipment price, item cost, item price, price each, cost each, invoice price, invoice cost, retail price, historical cost, gross book cost, capitalized cost',
  annual_cost:
    'op ex, mietkosten, cost gestione, cost fonctionnement, azure monthly cost estimate, aws monthly cost, cloud monthly cost, annual rate, running cost annual, running cost monthly, run cost monthly, manedskostnad, manadskostnad, årlige cost, cost p a, annual subscription, annual subscription cost, annual maintenance, annual maintenance fee, annual expenses, annual expenditure, operating expense, ongoing cost, maintenance price',
  cpu_utilization_percent:
    'cpu last, cpu rate, cpu carga, carico cpu, durchschn cpu, cpu p50, cpu median, cpu mittel, cpu activity, cpu occupancy, processor activity',
  cpu_utilization_percent_max: 'cpu gebruik max, cpu peak value, cpu 99th percentile, cpu percentile max, peak cpu use',
  memory_utilization_percent:
    'memory rate, memory median, memory occupancy, hukommelsesforbrug, minnesanvandning, physical memory usage, physical memory used percent',
  memory_utilization_percent_max:
    'memory peak value, memory p99, memory 99th percentile, peak memory use, max physical memory usage',
  disk_iops:
    'disk i o, i o pro second, io pro second, iops 95th, iops percentile, disk io per second, disk ios, disk operations per second, storage operations per second, read operations per second, write operations per second, reads second average, writes second average, volume read ops, volume write ops, disk transfers second, io requests per second',
  network_throughput_mbps:
    'network i o, mbps in, mbps out, throughput average, throughput peak, if in octets, if out octets, netzlast, rendimiento red, taxa rede, doorvoer, netwerkdoorvoer, przepustowosc, bytes received second, bytes sent second, bytes second, network bytes, network bytes out, network bytes second, traffic rate, traffic volume, traffic average, traffic peak, data rate in, data rate out, network data in, network data out, send rate, receive rate, outgoing bandwidth, incoming bandwidth',
  rto: 'restore time objective, required rto, desired rto, rto sla, rto agreed, business rto, service rto, app rto, system rto, rto time, max tolerable outage, maximum allowable outage, maximum allowable downtime, max downtime, tolerable downtime, maximum outage, max outage time, recovery time required, time to recover, time to restore, tempo recupero, uitvalduur maximale, kurtarma suresi, czas odtworzenia, gjenopprettingstid, aterstallningstid max, outage tolerance',
  rpo: 'rpo min, required rpo, desired rpo, rpo sla, rpo agreed, business rpo, service rpo, app rpo, system rpo, rpo time, tolerable data loss, allowed data loss, maximum tolerable data loss, dataverlies maximaal, data loss accepted, dataforlust, datatap, zulassiger datenverlust',
  dependencies:
    'talks to, consumes, provides to, ~uses, uses services, attached to, attached system, peer systems, external interfaces, external systems, umsysteme, connected systems list, benotigt, requires system, required applications, systems assigned, communicating hosts, communicating servers, communication relationships, relationships other cis, relations to cis, relation to other, linked ci, related to, related ci name, related component, related resources, related devices, dependent asset, dependent component, dependent ci, depended on by, dependency name, dependency type name, dependency relations, dependency information, zalezy od, zavisi na, beroende av, avhengig av, liittymat, kopplingar, baglı systems, system connections, system integrations, application interfaces, application integrations, integrated applications, data interfaces, interface partners, partner systems, downstream apps, upstream servers, downstream servers, upstream services, downstream services, upstream asset, downstream asset, vorgelagert, nachgelagert, parent ci name, parent object, parent component, child components, child objects, child servers, children ci, ci relations, known dependencies',
  six_r_strategy:
    'migration methodology, move strategy, move type, move method, transformation type, transformation treatment, siirtostrategia, 6 rs, six rs, seven rs, seven r, 8r, 8r strategy, r decision, r classification, r model, r approach, r recommendation, migration r, migration r type, migration r strategy, target migration strategy, selected strategy, chosen strategy, agreed strategy, proposed migration strategy, planned migration strategy, migration treatment recommended, recommended migration path, recommended migration pattern, modernization path, modernisation path, modernization type, cloud approach, cloud path, cloud strategy type, cloud treatment type, app strategy, application migration strategy, server migration strategy, workload strategy, workload disposition, exit strategy, dc exit strategy, rationalisation decision, rationalization outcome, rationalization strategy',
  migration_wave:
    'migrationslos, migration package, migration bucket, migratiegolf, landing wave, wave move group, move phase, move date group, move batch number, migration batch number, migration batch name, migration group id, migration group number, migration wave id, migration wave name, wave batch, wave sprint, wave sequence, wave label, wave code, wave order, wave tranche, wave phase, relocation wave, relocation group, transition wave, transition group, transition phase wave, rollout wave, cutover batch number, cutover window group, exit wave, migration fala, vlna migration, dalga migration, siirtoaalto, våg',
  migration_complexity:
    'komplexitatsgrad, degree of complexity, degree of difficulty, effort score, effort rating, effort class, effort category, effort sizing, effort migration estimate, estimated effort, estimated migration effort, estimated complexity, sizing s m l, sizing size, shirt size, t shirt, t shirt sizing, complexity tier, complexity size, complexity estimate, complexity assessment, complexity factor, complexity index, complexity value, complexity bucket, difficulty score, difficulty rating, difficulty level, server complexity, workload complexity, system complexity, migration size, ease of move, move complexity, move effort, move difficulty, transformation complexity, modernization complexity, refactoring effort, remediation effort, cloud complexity, charge migration, migration workload estimate, vaativuus, zorluk',
};
