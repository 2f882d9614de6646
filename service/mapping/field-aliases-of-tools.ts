/**
 * Still more names of the target fields, in the notation of `field-aliases.ts`: what asset, backup, cloud, network and
 * database tools call them in their exports, each with what their neighbours would call the same.
 */
export const aliasesOfTools: Readonly<Record<string, string>> = {
  asset_name:
    'pod name, ~asset, hosted machine, hosted machine name, hosted vm, hosted vm name, protected vm, protected vm name, protected machine, protected server, source vm, source vm name, source machine, source machine name, source server name, source host name, name label, display text, accessory name, consumable name, kit name, gear name, item label, guest vm, record name, replicated vm, replicated machine, backup client name, protected object, protected object name, protected entity, managed node name, managed server, managed device name, discovered device, monitored node, array, appliance hostname, chassis display name, instance hostname name, vm display label, server display name, computer display label, enhetsnamn, navn, nazwa, nazwa urzadzenia',
  hostname:
    'nt host, nt name, nt hostname, nt computer name, windows name, windows computer name, dns short, guest computer name, machine dns name short, computer netbios name, netbios hostname, vm host name guest, hostnaam, nazwa komputera, nazwa hosta',
  fqdn: 'dns name fqdn, agent fqdn, node fqdn, machine dns name, computer dns name, endpoint fqdn, system fqdn, fully qualified name, full domain name, full qualified domain name, connection endpoint, endpoint hostname, dns host entry, instance dns name, vm dns name, internal fqdn, external fqdn',
  asset_id:
    'id value, entity ref, machine unique id, inventory record id, client guid, sensor id, asset unique id, intune device id, azure ad device id, entra device id, aad device id, device object id',
  asset_tag:
    'technical identification number, technical ident number, tech ident number, property sticker number, number parc, n de parc, inventory tag number, barcode number, barcode id, asset barcode number, internal inventory number, municipal inventory number, property book number, fixed asset tag, it asset tag, it asset number, inventarienummer',
  serial_number:
    'identifying number windows, product serial number, system enclosure serial, enclosure serial number, node serial number, host serial number, appliance serial number, unit serial number, server serial no, service tag number, computer service tag',
  asset_type:
    'agent platform type, entity sub type, ci sub type, asset sub category, machine form, device form, device form factor, device type name, product family type, asset type name, asset category name, hardware category name, soort, soort apparaat, rodzaj, typ urzadzenia',
  description:
    'name description, machine description, vm description, host description, endpoint description, node description, object description, pc description, resource description, instance description, notes description, agent description, asset details, asset information, free notes, uwagi, opis',
  tags: 'asset groups tags, endpoint tags, custom labels tags, server tags, node tags, vm labels tags, ec2 tags, gcp labels, network tags, user defined tags, computer tags, inventory tags, tag pairs, tags all, dynamic tags, static tags, sensor grouping tags',
  status:
    'endpoint status, endpoint state, computer status, workstation status, ip state, ip status, address status, ip address status, ip address state, active, inactive, ~disabled, is inactive, is disabled, is retired, is decommissioned, agent online status, online state, device online, connectivity status, connectivity, reachability status, reachable, up down status, etat operationnel, operationeel, actief, aktywny',
  power_state:
    'machine power state, guest power state, host power state, instance power state, server power state, server power status, device power state, current power state, power on state, on off state, vm power, power status code',
  environment:
    'system landscape type, application landscape, environment of use, prod uat, prod nonprod, live or test, srodowisko, milieu',
  location:
    'functional location, functional location name, technical location, technischer platz, location by ip, location by ip range, location by subnet, location by ip range multiple result, site by subnet, ip location, snmp location, sys location, region az, region zone, region availability zone, protected site, production site, source site, primary site, subsite, sub site, branch site, service location, hosting country, district, borough, suburb, vestiging, lokalizacja, placering, plats',
  datacenter:
    'closet, wiring closet, network closet, server closet, communications room, communication room, telco room, verteilerraum, serverraum name, local serveur, sala de comunicaciones, sala ced, data center site, dc building, dc facility, datacentrum, serwerownia',
  rack_location:
    'rack number position, rack name position, rack u number start, unit position, u start end, blade number, node slot, chassis slot number, cabinet unit, armoire position, kast, szafa',
  operating_system:
    '~image, os group, os template, image name os, guest os running, os caption full, system operacyjny, operativsystem',
  os_version:
    'reported os version, discovered os version, detected os version, switch os version, router os version, network os version, ios xe version, eos version, asa version, panos version, fortios version, controller os version, os build revision, ubr build, os kernel release, macos build, windows feature update, windows version build, wersja systemu, osversie',
  os_architecture:
    'machine bitness, system architecture type, vm architecture, instance architecture, platform bit, processor bitness, arquitectura sistema, bit system',
  cpu_cores:
    'cpu threads per server, threads per server, cores per node, vcpus per vm, ocpus, cpu units total, total virtual cpus, virtual cores total, host core count, cpu core total, number of vcpu assigned, liczba rdzeni',
  cpu_sockets:
    'total cpu sockets, host cpu sockets, number of cpu chips, physical sockets, installed sockets, cpu package count',
  cpu_model:
    '~cpu, cpu model number, processor model name, processor brand name, cpu product name, cpu model description, cpu full name, processor string, processor version string, host processor model, procesor',
  memory_gb:
    'total ram installed, guest memory size, vm memory size, memory allocated total, memory configured size, memoria installata, pamiec',
  storage_gb:
    'current size, current volume size, current capacity, logical size, dataset size, total data size, provisioned size, provisioned capacity, nominal capacity, effective capacity, volume provisioned size, vm size on disk, total provisioned, total provisioned storage, source size, source data size, vm storage, system drive size, data disks size, raw storage, dysk, opslag',
  storage_used_gb:
    'physical size used, used data, disk space in use, volume used space, disk utilized space, capacity in use, allocated and used, filesystem in use',
  ip_address:
    '~private net, ~public net, ~private network, ~public network, connection address, management interface ip, stated ip, wan address, lan address, current ip, current ip address, sensor ip, last wan ip, last lan ip, nic address, connect address, ansible host, ip addr v4, ip addr v6, device ip address, endpoint ip address, node ip address, machine ip address, computer ip address, vm ip address, appliance ip, source ip address, primary private ip, primary public ip, main ip, main ip address, ip address information',
  mac_address:
    'endpoint mac, device mac address, host mac address, host mac, vm mac address, machine mac, computer mac, agent mac, node mac address, mac address list, lan mac id, wired mac, wired mac address, lom mac, management mac address',
  network_segment:
    'vswitch id, untagged vlan, tagged vlans, subnet arn, vnet subnet, virtual network subnet, virtual subnet, network segment name, subnet mask v4, netmask cidr, network cidr, vpc cidr, subnetmasker, maska podsieci',
  manufacturer:
    'oem info, oem information, hardware oem, pc maker, device maker, machine manufacturer, asset brand, host manufacturer, host vendor, endpoint manufacturer, computer vendor, producent, tillverkare',
  model:
    '~machine type, marca e modelo, host model, host model name, server size, size slug, instance plan, machine profile, vm family size, hardware model number, equipment model name, node model, array model, switch model, router model, firewall model, printer model, phone model hardware, type nummer',
  is_virtual:
    'virtual machine flag yes no, is virtual server, vm or bare metal, hosted virtually, virtual machine yes no, machine virtual physical, is vm guest',
  hypervisor:
    'esxi edition, esx edition, vsphere edition, vmware edition, hypervisor edition, vc version, vcsa version, virtualization product version, hypervisor product name, hypervisor name version, vmm type, vmm version, virtualization manager type',
  host_server:
    'resident on, residing on, residing host, located on host, placed on host, running on, running on host, runs on server, runs on hypervisor, current hypervisor, vm runs on, vm resides on, home host, physical hypervisor, hosting node, host node name, vhost, vm server, hv host, servidor anfitriao, hostsysteem',
  cluster:
    'server pool, xen pool, xenserver pool, host pool, compute pool, cluster group name, host cluster name, cluster label, windows cluster, failover cluster name, database cluster name, cluster virtual name, oracle rac',
  server_role:
    'server role name, host function name, node function, node purpose, server workload type, workload role name, rola serwera',
  database_type:
    'engine name, database product version, dbms edition, mssql version, db server version, instance edition, database platform version, sgbdr, moteur de base, moteur sgbd, gestor de base de datos, gestor bd',
  technology_stack:
    'front end, back end, frontend, backend, ui framework, tech platform, runtime environment, app framework, software framework, application server software, main software',
  application_name:
    'business application id name, software application name, primary application name, related business application, nazwa aplikacji, it verfahren',
  vendor:
    'development contractor, contractor name, maintenance contractor, support contractor, mainteneur, prestataire maintenance, societe prestataire, it dienstleister, shop purchased, dostawca, leverantor, fornitore esterno',
  hosting_model:
    'hosting provider type, hosting form, hosted type, application hosting type, deployment location type, delivery method saas, service delivery model, modalite hebergement, cloud status',
  business_owner:
    'functional owner name, ansprechpartner fachbereich, fachliche leitung, responsabile funzionale, process responsible',
  technical_owner:
    'property custodian, equipment custodian, data custodian, secondary owner, secondary technical owner, alternate owner, deputy owner, co owner, second owner, alternate technical contact, snmp contact, verfahrensbetreuer, applikationsbetreuer, it betreuer, maitrise d oeuvre, moe, systeembeheerder, technical lead name',
  support_group: 'support company team, service team, beheergroep, beheerteam',
  assigned_to:
    'bound user, mapped user, entleiher, ausleiher, leihnehmer, borrower name, loan to, ausgeliehen an, verliehen an, ubernommen von, emprunteur, prestado a, prestatario, emprestado para, in carico a, prestato a, uitgeleend aan, uzytkownik, anvandare, bruger, member name',
  department:
    'b unit, business unit id, owning department name, user business unit, department number, organisational unit name, amt name, direction rattachement, service rattachement, dzial, avdelning',
  organization:
    'company code name, customer company, managed customer, end customer name, municipality organization, organisatie, firma nazwa, ministerio, buchungskreis name',
  business_criticality:
    'abc indicator, abc code, abc kennzeichen, abc classification criticality, high value asset, hva, asset criticality level, business impact rating, is mission critical, kritisches system, kriticiteit, schutzbedarf verfugbarkeit',
  data_classification:
    'contains cui, contains pci data, sensitive data stored, fips 199 level, confidentiality class, classificazione dei dati, classificacao da informacao, phi data',
  lifecycle_stage:
    'obsolescence status, obsolescence state, obsolescence classification, obsolescence level, estado obsolescencia, obsolescencia, clasificacion obsolescencia, life cycle status name, lifecycle state name, product lifecycle status, support lifecycle phase, lebensphase',
  install_date:
    'year implemented, year in service, year live, commission year, im einsatz seit, betriebsbeginn, en produccion desde, en servicio desde, in esercizio dal, em uso desde, ano implementacion, ingebruikname, data instalacji',
  annual_cost: 'o m cost, om cost, operation and maintenance cost, operations and maintenance cost, annual o m cost',
  purchase_date: 'aankoopjaar, data zakupu, inkopsdatum, order placed date',
  warranty_expiration:
    'warranty status end, warranty months left date, koniec gwarancji, gwarancja do, garanti till, vendor contract end, hardware contract end',
  last_seen:
    'last detect, last report timestamp, last report received, last polled date, last poll date, last seen by server, last status report, last status update seen, last agent ping, last telemetry time, last audited by agent, ostatnio widziany, senast sedd, sidst set',
  network_throughput_mbps:
    'ingoing traffic, outgoing traffic, incoming traffic, traffic received, traffic sent, egress traffic, ingress traffic, upload traffic, download traffic, network incoming, network outgoing, network ingoing, bytes rx, bytes tx, rx rate, tx rate, net rx, net tx, network rx, network tx, rx, tx, data out, bandwidth out, bandwidth inbound, bandwidth outbound, throughput out, trafico entrante, trafico saliente, trafic entrant, trafic sortant, traffico in entrata, traffico in uscita, trafego entrada, trafego saida, eingehender datenverkehr, ausgehender datenverkehr',
  disk_iops:
    'iop, io operation rate, average io, peak io, front end iops, vm iops, host iops, array iops, datastore iops, read write iops, iops total read write',
  cpu_utilization_percent:
    'thread utilization average, thread utilization, core utilization, core utilization average, processor percent used, processor busy, vm cpu usage, guest cpu usage, consommation cpu, consumo cpu, cpu gebruik, prozessorlast',
  cpu_utilization_percent_max:
    'thread utilization p95, thread utilization peak, core utilization peak, cpu utilization p95, cpu utilization 95th',
  memory_utilization_percent:
    'consommation memoire, consumo memoria, geheugengebruik, ram last, memoria usada porcentaje',
  dependencies:
    'superordinate equipment, superior equipment, superior asset, superior functional location, interconnections, system interconnections, interconnected systems, ubergeordnetes equipment, cdp neighbor, lldp neighbor, ap cdp neighbors, neighbor device, neighbor name, neighbour device, remote device, remote device name, remote system name, uplink switch, main dependencies, key dependencies, critical dependencies, wesentliche abhangigkeiten, principales dependances, dipendenze principali, principais dependencias, depends on system, depends on services, systems depended on, required systems, required services, prerequisite systems, interfaced systems, systemes lies, sistemas integrados, sistemas interligados, sistemi collegati, sistemi dipendenti, gekoppelde systemen, koppelingen, afhankelijkheden, powiazania, zaleznosci',
  business_service: 'mission essential function, essential function, business mission, it service supported',
  compliance:
    'fisma reportable, fisma system, fedramp status, cjis, in scope for pci, regulation scope, cadre reglementaire, normativa aplicable',
};
