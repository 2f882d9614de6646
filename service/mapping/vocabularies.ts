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
production: prod, prd, live, produktion, produktiv, produccion, productive, operational, ~p, pr, prod env, productif, produktivumgebung, produktionsumgebung, producao, produzione, productie, productieomgeving, produccion env
pre_production: preprod, pre prod, preprd, ppd, ppr, pre production, pre live, vorproduktion, preproduction, preproduccion, ppe, pprd, pprod, pre produccion
staging: stage, stg, stag, staging env, model office
acceptance: uat, acc, user acceptance, user acceptance test, user acceptance testing, acceptance test, abnahme, recette, aceptacion, acpt, customer acceptance, acceptatie, abnahmeumgebung, accettazione, acceptatieomgeving
test: tst, testing, test env, sit, system test, integration test, testumgebung, prueba, pruebas, essai, ~t, qualification, homologation, teste, testomgeving
quality_assurance: qa, qas, quality, quality assurance, q a, qualitatssicherung, assurance qualite, calidad
integration: int, integ, integration, integracion, integrationsumgebung, integrazione, integracao
development: dev, devel, develop, development env, entwicklung, developpement, desarrollo, ~d, entw, entwicklungsumgebung, desenvolvimento, sviluppo, ontwikkeling, ontwikkelomgeving
sandbox: sbx, sand box, poc, proof of concept, lab, labor, playground, experimental, demo, pilot
training: trn, train, schulung, formation, formacion, education, schulungsumgebung, formazione, treinamento, opleiding
disaster_recovery: dr, disaster recovery, standby, failover, notfall, pra, recovery, backup site, drp`),
  status: list(`
in_use: in use, in service, active, live, in production, in operation, operational, installed, deployed, aktiv, in betrieb, actif, en service, en production, activo, en uso, en produccion, up, running, on, online, checked out, assigned, ready to deploy in use, enabled, used, productive, vm running, attivo, ativo, actief, in gebrauch, in gebruik, in uso, em uso, in bedrijf
in_stock: in stock, stock, spare, available, inventory, in inventory, in store, auf lager, lager, en stock, en almacen, ready to deploy, ready, storage, on shelf, unassigned, verfugbar, disponible, reserve, in magazzino, a magazzino, em estoque, op voorraad
ordered: on order, ordered, order, bestellt, commande, pedido, in transit, shipped, purchased, procured, requested, besteld, ordinato, encomendado
pending: pending, pending install, planned, in planning, staged, pending deployment, geplant, planifie, planificado, build, in build, being built, under construction, im aufbau, new, pending transfer, proposed, gepland, pianificato, planejado
in_maintenance: in maintenance, maintenance, under maintenance, in repair, under repair, repair, pending repair, defective, broken, faulty, wartung, in wartung, reparatur, defekt, en maintenance, en reparation, en mantenimiento, averiado, degraded, impaired, out for repair, in manutenzione, em manutencao, in onderhoud, onderhoud
inactive: inactive, out of service, not in service, not in use, not active, disabled, offline, down, stopped, shut down, powered off, off, inaktiv, ausser betrieb, arrete, inactif, inactivo, apagado, non operational, not operational, unused, idle, deallocated, vm deallocated, ~decommissioning, ~retiring, ~to be retired, nicht aktiv, nicht in betrieb, nicht in gebrauch, inattivo, inativo, inactief, non actif, no activo, buiten gebruik, niet in gebruik
retired: retired, decommissioned, =end of life, =eol, obsolete, decom, decommission, retirement, ausgemustert, stillgelegt, ausser dienst, hors service, =retire, retirado, dado de baja, archived, deprecated, sunset, withdrawn, absent, dismesso
disposed: disposed, sold, scrapped, destroyed, recycled, verschrottet, entsorgt, mis au rebut, desechado, written off, donated, returned, returned to vendor
missing: missing, lost, stolen, lost stolen, lost/stolen, verloren, gestohlen, perdu, vole, perdido, robado, unknown location`),
  power_state: list(`
on: poweredon, powered on, power on, on, running, started, up, eingeschaltet, allume, encendido, vm running, active, gestartet, =an, =ein, =aan, ligado, acceso, demarre
off: poweredoff, powered off, power off, off, stopped, shut off, shutoff, shutdown, shut down, down, deallocated, vm deallocated, vm stopped, terminated, ausgeschaltet, eteint, apagado, inactive, halted, =aus, =uit, desligado, spento
suspended: suspended, paused, saved, hibernated, standby, sleeping, pausiert, suspendu, suspendido`),
  business_criticality: list(`
critical: critical, very high, mission critical, business critical, highest, tier 0, tier 1, tier0, tier1, ~gold, ~kritis, ~prio 1, ~level 1, ~platinum, 1 - critical, 1 - most critical, 1 - very high, p1, kritisch, sehr hoch, critique, tres eleve, critico, critica, muy alta, extreme, vital, ~1, most critical, essential, ~a, kritiek
high: high, important, tier 2, tier2, 2 - high, 2 - somewhat critical, p2, hoch, eleve, haute, alta, alto, ~silver, ~2, somewhat critical, major, business important, ~h, ~b, hoog, elevado, elevada
medium: medium, moderate, normal, standard, average, tier 3, tier3, 3 - medium, 3 - moderate, 3 - less critical, p3, mittel, moyen, moyenne, media, medio, ~bronze, ~3, less critical, ~m, ~c, business operational, significant, med, gemiddeld
low: low, minor, not critical, non critical, very low, tier 4, tier4, 4 - low, 4 - not critical, p4, niedrig, gering, faible, baja, bajo, ~4, negligible, administrative, ~l, ~d, unkritisch, non critique, no critico, laag, basse, basso, bassa, baixo, baixa`),
  asset_type: list(`
server: server, servers, physical server, windows server, linux server, unix server, rack server, blade, blade server, bare metal, physical, serveur, servidor, physischer server, standalone server, host server, mainframe, aix server, solaris server, computer server, webserver, fileserver, mailserver, appserver
virtual_machine: virtual machine, vm, virtual, virtual server, =vmware, vmware virtual machine, virtual machine instance, =instance, ec2 instance, virtuelle maschine, machine virtuelle, maquina virtual, vserver, virtueller server, serveur virtuel, servidor virtual, guest, cloud vm, microsoft.compute/virtualmachines, qemu, hyper-v vm, vmware virtual machine instance, cloud instance, azure vm, vmware virtual platform
hypervisor_host: hypervisor, esx server, esxi host, esx host, hypervisor host, vmware esx server, vm host, virtualization host, esx, esxi, hyper-v server, hyper v server, hyper-v host, hyper v host
workstation: workstation, desktop, pc, computer, laptop, notebook, client, personal computer, thin client, arbeitsplatz, portable, ordinateur, ordenador, portatil, macbook, imac
mobile_device: mobile, phone, smartphone, mobile device, iphone, android, handy, telephone, telefono, movil, cell phone, mobile phone, tablet, ipad, tablet pc
application: application, app, business application, software, web application, service, saas, anwendung, applikation, aplicacion, mapped application, application service, software application, program, appl
database: database, db, database server, db instance, database instance, sql database, datenbank, base de donnees, base de datos, oracle instance, mssql instance, rds, schema, sql instance, sql server instance, msft sql instance, mysql instance, postgresql instance, db2 instance, mssql
network_device: network device, network gear, router, switch, firewall, load balancer, access point, network, wireless controller, ip switch, ip router, ip firewall, network switch, gateway, netzwerk, netzwerkgerat, commutateur, routeur, conmutador, enrutador, wap, lb, vpn appliance, wlan controller, network equipment, netgear
storage: storage, storage device, san, nas, disk array, storage array, storage server, tape library, filer, speicher, speichersystem, baie de stockage, almacenamiento, storage system, datastore, storage volume, mass storage device
cluster: cluster, server cluster, esx cluster, kubernetes cluster, windows cluster, failover cluster, vmware cluster, grappe
container: container, docker, docker container, pod, kubernetes pod, contenedor, conteneur
appliance: appliance, virtual appliance, security appliance, hardware appliance
printer: printer, multifunction, mfp, drucker, imprimante, impresora, plotter, copier, scanner
power_device: ups, pdu, power, generator, usv, onduleur, sai
peripheral: monitor, display, keyboard, mouse, docking station, peripheral, accessory, webcam, headset, bildschirm, ecran, projector, camera`),
  six_r_strategy: list(`
rehost: rehost, re host, lift and shift, lift & shift, lift-and-shift, l&s, rehosting
replatform: replatform, re platform, lift and reshape, lift tinker and shift, lift and optimize, lift & optimize, replatforming, revise, lift and modernize
refactor: refactor, re factor, rearchitect, re architect, rebuild, rewrite, modernize, redesign, refactoring, refactor / re-architect, refactor/re-architect, cloud native
repurchase: repurchase, replace, saas, drop and shop, buy, replace with saas, drop & shop, substitute, move to saas
relocate: relocate, vmware cloud, hypervisor lift and shift, vmc, =move
retain: retain, keep, revisit, do nothing, stay, as is, no change, retain / revisit, retain/revisit, hold, tolerate, remain, behalten, conserver, mantener
retire: retire, decommission, eliminate, sunset, remove, retirement, stilllegen, retirer, retirar, kill`),
  lifecycle_stage: list(`
plan: plan, planned, phase in, planning, proposed, evaluate, evaluation, strategy, geplant, planifie, planificado, emerging, planung, in planung
build: build, in development, development, develop, design, acquire, procure, implementation, implement, entwicklung
operate: operate, active, in production, production, live, operational, in use, operation, mainstream, invest, core, aktiv, actif, activo, current, betrieb, in betrieb
maintain: maintain, maintenance, contain, sustain, tolerate, ~phase out planned, legacy
phase_out: phase out, phaseout, sunset, sunsetting, retiring, decline, migrate, eliminate, auslaufend, divest, decommissioning
retired: retired, =end of life, =eol, decommissioned, decommission, retirement, obsolete, inactive, archived, stillgelegt, =retire, retirado`),
  hosting_model: list(`
on_premises: onprem, on prem, on premise, on premises, on-prem, on-premise, on-premises, in house, inhouse, ~internal, ~local, own data center, own datacenter, self hosted, self-hosted, private data center, ~interne, sur site, en local, ~lokal, eigenbetrieb, datacenter
colocation: colo, colocation, co location, co-location, housing
hosted: hosted, managed hosting, externally hosted, external, outsourced, hosting provider, third party, 3rd party, vendor hosted, extern, externe, msp, partner hosted
private_cloud: private cloud, private, cloud private
public_cloud: public cloud, cloud, aws, azure, gcp, google cloud, iaas, paas, oracle cloud, amazon web services, microsoft azure, oci
saas: saas, software as a service, software-as-a-service
hybrid: hybrid, hybrid cloud, mixed, hybride, hibrido`),
  data_classification: list(`
public: public, open, ~unclassified, offentlich, publique, publico, non sensitive, ~c1, ~c0
internal: internal, internal use, internal use only, internal only, private, intern, interne, interno, company internal, ~c2, proprietary, general
confidential: confidential, sensitive, vertraulich, confidentiel, confidencial, company confidential, ~c3, protected, pii, personal, personal data, phi, pci
restricted: restricted, highly confidential, secret, strictly confidential, streng vertraulich, highly restricted, most sensitive, highly sensitive, top secret, restreint, secreto, geheim, ~c4, restringido`),
  is_virtual: list(`
virtual: virtual, vm, v, virtual machine, virtual server, virtuell, virtuel, virtuelle, virtualized, vmware, guest, virtual - vmware
physical: physical, p, bare metal, physical server, physical machine, physisch, physique, fisico, hardware, standalone, phys`),
  migration_complexity: list(`
low: low, simple, easy, small, s, xs, minimal, niedrig, einfach, gering, faible, bajo, baja, trivial, ~1, l
medium: medium, moderate, average, m, mittel, moyen, moyenne, medio, media, normal, ~2
high: high, complex, hard, difficult, large, l+, hoch, komplex, eleve, haute, alto, alta, ~3, h
very_high: very high, very complex, extreme, xl, xxl, sehr hoch, tres eleve, muy alto, muy alta, ~4, critical`),
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
