/**
 * The closed vocabularies of target fields: each allowed value and what exports call it, in English, German, French and
 * Spanish, the commonest also in Italian, Portuguese and Dutch; lower case, without accents. `~` marks a name that is only
 * sometimes meant so, `=` one that is meant so as a whole cell only: neither counts inside another text.
 */
const list = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const at = line.indexOf(':');
        const names = line.slice(at + 1).split(',');
        return [line.slice(0, at).trim(), names.map((name) => name.trim()).filter((name) => name !== '')];
      }),
  );

export const vocabularies: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  environment: list(`
production: prod, prd, live, produktion, produktiv, produccion, productive, operational, ~p, pr, prod env, productif, produktivumgebung, produktionsumgebung, producao, produzione, productie, productieomgeving, produccion env, echtsystem, echtbetrieb, produktivsystem, wirkbetrieb, entorno de produccion, environnement de production, ambiente di produzione
pre_production: preprod, pre prod, preprd, ppd, ppr, pre production, pre live, vorproduktion, preproduction, preproduccion, ppe, pprd, pprod, pre produccion, vorproduktiv, preproducao, pre producao, preproduzione, pre produzione, preproductie, pre productie, preproduktion
staging: stage, stg, stag, staging env, model office
acceptance: uat, acc, user acceptance, user acceptance test, user acceptance testing, acceptance test, abnahme, recette, aceptacion, acpt, customer acceptance, acceptatie, abnahmeumgebung, accettazione, acceptatieomgeving, abnahmesystem, collaudo, acceptance env, homologacao
test: tst, testing, test env, sit, system test, integration test, testumgebung, prueba, pruebas, essai, ~t, qualification, homologation, teste, testomgeving, testsystem, testbetrieb, entorno de pruebas
quality_assurance: qa, qas, quality, quality assurance, q a, qualitatssicherung, assurance qualite, calidad, qs, q-system, qualite, qualita
integration: int, integ, integration, integracion, integrationsumgebung, integrazione, integracao
development: dev, devel, develop, development env, entwicklung, developpement, desarrollo, ~d, entw, entwicklungsumgebung, desenvolvimento, sviluppo, ontwikkeling, ontwikkelomgeving, devl, entwicklungssystem, entorno de desarrollo
sandbox: sbx, sand box, poc, proof of concept, lab, labor, playground, experimental, demo, pilot, bac a sable, zandbak, spielwiese
training: trn, train, schulung, formation, formacion, education, schulungsumgebung, formazione, treinamento, opleiding, schulungssystem
disaster_recovery: dr, disaster recovery, standby, failover, notfall, pra, recovery, backup site, drp, notfallsystem, uitwijk, ausfallrechenzentrum, secours, site de secours, contingencia`),
  status: list(`
in_use: in use, in service, active, live, in production, in operation, operational, installed, deployed, aktiv, in betrieb, actif, en service, en production, activo, en uso, en produccion, up, running, on, online, checked out, assigned, ready to deploy in use, enabled, used, productive, vm running, attivo, ativo, actief, in gebrauch, in gebruik, in uso, em uso, in bedrijf, en servicio, in esercizio, im einsatz, en exploitation, en operacion, en funcionamiento, in servizio, em servico, em producao, in produzione, eingesetzt, in verwendung, en utilisation, en fonction
in_stock: in stock, stock, spare, available, inventory, in inventory, in store, auf lager, lager, en stock, en almacen, ready to deploy, ready, storage, on shelf, unassigned, verfugbar, disponible, reserve, in magazzino, a magazzino, em estoque, op voorraad, in reserve, en reserve, en reserva, in riserva
ordered: on order, ordered, order, bestellt, commande, pedido, in transit, shipped, purchased, procured, requested, besteld, ordinato, encomendado, in bestellung, en commande, en pedido
pending: pending, pending install, planned, in planning, staged, pending deployment, geplant, planifie, planificado, build, in build, being built, under construction, im aufbau, new, pending transfer, proposed, gepland, pianificato, planejado, en attente, pendiente, in attesa, pendente, ausstehend, en projet, in afwachting
in_maintenance: in maintenance, maintenance, under maintenance, in repair, under repair, repair, pending repair, defective, broken, faulty, wartung, in wartung, reparatur, defekt, en maintenance, en reparation, en mantenimiento, averiado, degraded, impaired, out for repair, in manutenzione, em manutencao, in onderhoud, onderhoud, en reparacion, in riparazione, em reparo, in reparatie, en panne, guasto, kaputt
inactive: inactive, out of service, not in service, not in use, not active, disabled, offline, down, stopped, shut down, powered off, off, inaktiv, ausser betrieb, arrete, inactif, inactivo, apagado, non operational, not operational, unused, idle, deallocated, vm deallocated, ~decommissioning, ~retiring, ~to be retired, nicht aktiv, nicht in betrieb, nicht in gebrauch, inattivo, inativo, inactief, non actif, no activo, buiten gebruik, niet in gebruik, desactive, deaktiviert, desactivado, disattivato, desativado, gedeactiveerd, abgeschaltet, ausgeschaltet, apagada, eteint, spento, fuera de servicio, fuori servizio, fora de servico
retired: retired, decommissioned, =end of life, =eol, obsolete, decom, decommission, retirement, ausgemustert, stillgelegt, ausser dienst, hors service, =retire, retirado, dado de baja, archived, deprecated, sunset, withdrawn, absent, dismesso, ausser dienst gestellt, retire du service, reforme, de baja, baja, uit dienst, aposentado
disposed: disposed, sold, scrapped, destroyed, recycled, verschrottet, entsorgt, mis au rebut, desechado, written off, donated, returned, returned to vendor, eliminado, smaltito, descartado, afgevoerd
missing: missing, lost, stolen, lost stolen, lost/stolen, verloren, gestohlen, perdu, vole, perdido, robado, unknown location, rubato, smarrito, roubado, gestolen, vermisst`),
  power_state: list(`
on: poweredon, powered on, power on, on, running, started, up, eingeschaltet, allume, encendido, vm running, active, gestartet, =an, =ein, =aan, ligado, acceso, demarre, en marche, marche, en ejecucion, encendida, in esecuzione, em execucao, ingeschakeld, lauft, laufend, en cours d'execution
off: poweredoff, powered off, power off, off, stopped, shut off, shutoff, shutdown, shut down, down, deallocated, vm deallocated, vm stopped, terminated, ausgeschaltet, eteint, apagado, inactive, halted, =aus, =uit, desligado, spento, arrete, detenido, detenida, gestoppt, heruntergefahren, fermo, parado, uitgeschakeld, hors tension
suspended: suspended, paused, saved, hibernated, standby, sleeping, pausiert, suspendu, suspendido, sospeso, suspenso, en pause, en pausa, in pausa, angehalten, onderbroken`),
  business_criticality: list(`
critical: critical, very high, mission critical, business critical, highest, tier 0, tier 1, tier0, tier1, ~gold, ~kritis, ~prio 1, ~level 1, ~platinum, 1 - critical, 1 - most critical, 1 - very high, p1, kritisch, sehr hoch, critique, tres eleve, critico, critica, muy alta, extreme, vital, ~1, most critical, essential, ~a, kritiek, geschaftskritisch, unternehmenskritisch, bedrijfskritisch, molto alta, molto alto, muito alta, muito alto, muy alto, tres elevee, tres haute, zeer hoog, hochkritisch
high: high, important, tier 2, tier2, 2 - high, 2 - somewhat critical, p2, hoch, eleve, haute, alta, alto, ~silver, ~2, somewhat critical, major, business important, ~h, ~b, hoog, elevado, elevada, elevee
medium: medium, moderate, normal, standard, average, tier 3, tier3, 3 - medium, 3 - moderate, 3 - less critical, p3, mittel, moyen, moyenne, media, medio, ~bronze, ~3, less critical, ~m, ~c, business operational, significant, med, gemiddeld
low: low, minor, not critical, non critical, very low, tier 4, tier4, 4 - low, 4 - not critical, p4, niedrig, gering, faible, baja, bajo, ~4, negligible, administrative, ~l, ~d, unkritisch, non critique, no critico, laag, basse, basso, bassa, baixo, baixa, sehr niedrig, tres faible, muy baja, muy bajo`),
  asset_type: list(`
server: server, servers, physical server, windows server, linux server, unix server, rack server, blade, blade server, bare metal, physical, serveur, servidor, physischer server, standalone server, host server, mainframe, aix server, solaris server, computer server, webserver, fileserver, mailserver, appserver, terminalserver, terminal server, datenbank server, druckserver, print server, applikationsserver
virtual_machine: virtual machine, vm, virtual, virtual server, =vmware, vmware virtual machine, virtual machine instance, =instance, ec2 instance, virtuelle maschine, machine virtuelle, maquina virtual, vserver, virtueller server, serveur virtuel, servidor virtual, guest, cloud vm, microsoft.compute/virtualmachines, qemu, hyper-v vm, vmware virtual machine instance, vmware instance, cloud instance, azure vm, vmware virtual platform, macchina virtuale, virtuele machine, server virtuale, virtuele server, maquinas virtuales, machines virtuelles, virtuelle maschinen, virtual machines, vms
hypervisor_host: hypervisor, esx server, esxi host, esx host, hypervisor host, vmware esx server, vm host, virtualization host, esx, esxi, hyper-v server, hyper v server, hyper-v host, hyper v host
workstation: workstation, desktop, pc, computer, laptop, notebook, client, personal computer, thin client, arbeitsplatz, portable, ordinateur, ordenador, portatil, macbook, imac, poste de travail, estacion de trabajo, postazione di lavoro, werkplek, ordinateur portable, arbeitsplatzrechner, arbeitsplatz-pc
mobile_device: mobile, phone, smartphone, mobile device, iphone, android, handy, telephone, telefono, movil, cell phone, mobile phone, tablet, ipad, tablet pc, telephone portable, telefono movil, telefono cellulare, mobiltelefon, mobiele telefoon, smartphones
application: application, app, business application, software, web application, service, saas, anwendung, applikation, aplicacion, mapped application, application service, software application, program, appl, applicazione, aplicacao, applicatie, applications, anwendungen, aplicaciones
database: database, db, database server, db instance, database instance, sql database, datenbank, base de donnees, base de datos, oracle instance, mssql instance, rds, schema, sql instance, sql server instance, msft sql instance, mysql instance, postgresql instance, db2 instance, mssql, banco de dados, base dati, datenbanken, bases de donnees, bases de datos, databases, instance de base de donnees, datenbankinstanz
network_device: network device, network gear, router, switch, firewall, load balancer, access point, network, wireless controller, ip switch, ip router, ip firewall, network switch, gateway, netzwerk, netzwerkgerat, commutateur, routeur, conmutador, enrutador, wap, lb, vpn appliance, wlan controller, network equipment, netgear, pare-feu, cortafuegos, netzwerkkomponente, equipement reseau, equipo de red, dispositivo de red, dispositivo di rete, netwerkapparaat, lastverteiler, balanceador, repartiteur de charge
storage: storage, storage device, san, nas, disk array, storage array, storage server, tape library, filer, speicher, speichersystem, baie de stockage, almacenamiento, storage system, datastore, storage volume, mass storage device, =msd, cmdb_ci_msd, baie, cabina, cabina de discos, cabina de almacenamiento, opslag, armazenamento, speicherarray, storage arrays
cluster: cluster, server cluster, esx cluster, kubernetes cluster, windows cluster, failover cluster, vmware cluster, grappe
container: container, docker, docker container, pod, kubernetes pod, contenedor, conteneur
appliance: appliance, virtual appliance, security appliance, hardware appliance
printer: printer, multifunction, mfp, drucker, imprimante, impresora, plotter, copier, scanner, stampante, impressora, printers
power_device: ups, pdu, power, generator, usv, onduleur, sai
peripheral: monitor, display, keyboard, mouse, docking station, peripheral, accessory, webcam, headset, bildschirm, ecran, projector, camera`),
  six_r_strategy: list(`
rehost: rehost, re host, lift and shift, lift & shift, lift-and-shift, l&s, rehosting
replatform: replatform, re platform, lift and reshape, lift tinker and shift, lift and optimize, lift & optimize, replatforming, revise, lift and modernize
refactor: refactor, re factor, rearchitect, re architect, rebuild, rewrite, modernize, redesign, refactoring, refactor / re-architect, refactor/re-architect, cloud native
repurchase: repurchase, replace, saas, drop and shop, buy, replace with saas, drop & shop, substitute, move to saas, ersetzen, remplacer, reemplazar, sostituire, substituir, vervangen
relocate: relocate, vmware cloud, hypervisor lift and shift, vmc, =move
retain: retain, keep, revisit, do nothing, stay, as is, no change, retain / revisit, retain/revisit, hold, tolerate, remain, behalten, conserver, mantener, behouden, belassen, beibehalten, maintenir, mantenere, manter
retire: retire, decommission, eliminate, sunset, remove, retirement, stilllegen, retirer, retirar, kill, abschalten, ausser betrieb nehmen, dismettere, decommissionner, desaffecter, dar de baja, uitfaseren, descontinuar`),
  lifecycle_stage: list(`
plan: plan, planned, phase in, planning, proposed, evaluate, evaluation, strategy, geplant, planifie, planificado, emerging, planung, in planung, en projet, en projecto, en planificacion
build: build, in development, development, develop, design, acquire, procure, implementation, implement, entwicklung
operate: operate, active, in production, production, live, operational, in use, operation, mainstream, invest, core, aktiv, actif, activo, current, betrieb, in betrieb, en exploitation, en produccion, en production, in produzione, em producao, in esercizio, produktiv
maintain: maintain, maintenance, contain, sustain, tolerate, ~phase out planned, legacy, wartung, in wartung, en maintenance, mantenimiento, en mantenimiento, manutenzione
phase_out: phase out, phaseout, sunset, sunsetting, retiring, decline, migrate, eliminate, auslaufend, divest, decommissioning
retired: retired, =end of life, =eol, decommissioned, decommission, retirement, obsolete, inactive, archived, stillgelegt, =retire, retirado`),
  hosting_model: list(`
on_premises: onprem, on prem, on premise, on premises, on-prem, on-premise, on-premises, in house, inhouse, ~internal, ~local, own data center, own datacenter, self hosted, self-hosted, private data center, ~interne, sur site, en local, ~lokal, eigenbetrieb, datacenter, eigenes rechenzentrum, centro de datos propio, local datacenter, in eigenem rechenzentrum
colocation: colo, colocation, co location, co-location, housing
hosted: hosted, managed hosting, externally hosted, external, outsourced, hosting provider, third party, 3rd party, vendor hosted, extern, externe, msp, partner hosted
private_cloud: private cloud, private, cloud private, cloud prive, prive, nube privada, nuvem privada, cloud privato, private clouds, privado, privada
public_cloud: public cloud, cloud, aws, azure, gcp, google cloud, iaas, paas, oracle cloud, amazon web services, microsoft azure, oci, cloud public, nube publica, nuvem publica, cloud pubblico, offentliche cloud, publieke cloud
saas: saas, software as a service, software-as-a-service
hybrid: hybrid, hybrid cloud, mixed, hybride, hibrido`),
  data_classification: list(`
public: public, open, ~unclassified, offentlich, publique, publico, non sensitive, ~c1, ~c0, openbaar, pubblico
internal: internal, internal use, internal use only, internal only, private, intern, interne, interno, company internal, ~c2, proprietary, general, nur intern, intern gebruik
confidential: confidential, sensitive, vertraulich, confidentiel, confidencial, company confidential, ~c3, protected, pii, personal, personal data, phi, pci, vertrouwelijk, riservato, confidenziale
restricted: restricted, highly confidential, secret, strictly confidential, streng vertraulich, highly restricted, most sensitive, highly sensitive, top secret, restreint, secreto, geheim, ~c4, restringido, strikt vertraulich, strictement confidentiel, estrictamente confidencial, strikt vertrouwelijk, strettamente riservato`),
  is_virtual: list(`
virtual: virtual, vm, v, virtual machine, virtual server, virtuell, virtuel, virtuelle, virtualized, vmware, guest, virtual - vmware, virtuale, virtueel, virtualisiert, virtualise, virtualizado
physical: physical, p, bare metal, physical server, physical machine, physisch, physique, fisico, hardware, standalone, phys, physikalisch, fisica, fysiek, physischer server, maquina fisica, machine physique`),
  migration_complexity: list(`
low: low, simple, easy, small, s, xs, minimal, niedrig, einfach, gering, faible, bajo, baja, trivial, ~1, l, basso, bassa, laag, facile, facil, semplice, simples
medium: medium, moderate, average, m, mittel, moyen, moyenne, medio, media, normal, ~2, gemiddeld, mittlere, medium complexity
high: high, complex, hard, difficult, large, l+, hoch, komplex, eleve, haute, alto, alta, ~3, h, elevee, hoog, complexe, complejo, complesso, complexo, dificil, difficile, schwierig
very_high: very high, very complex, extreme, xl, xxl, sehr hoch, tres eleve, muy alto, muy alta, ~4, critical, molto alta, molto alto, muito alta, muito alto, tres elevee, zeer hoog, sehr komplex, tres complexe, muy complejo`),
  os_architecture: list(`
x86_64: x86_64, x86-64, x64, amd64, 64-bit, 64 bit, 64bit, x64-based pc, 64, intel 64, em64t, 64-bits, x64 based
x86: x86, i386, i486, i586, i686, 32-bit, 32 bit, 32bit, x86-based pc, 32, ia32, x86 based
arm64: arm64, aarch64, armv8, arm 64, apple silicon
arm: arm, armv7, armv7l, armhf, armv6l
ppc64: ppc64, ppc64le, powerpc, power, ppc, power pc
s390x: s390x, s390, z/architecture
sparc: sparc, sparc64, sun4u, sun4v, sparcv9
ia64: ia64, itanium`),
};
