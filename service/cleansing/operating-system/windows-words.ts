/** Service packs in every spelling: `SP1`, `Service Pack 1`; '' without one. */
export function servicePackIn(text: string): string {
  // `Service Pack 2-3` and `SP0 - SP1` are ranges and none of both.
  const match = /(?<![a-z])(?<!sp\d - )(?:service ?pack:? ?([1-9])(?!-\d)|sp ?([1-9]))(a?)(?![\da-z]| - sp\d)/.exec(
    text,
  );
  return match === null ? '' : ` SP${match[1] ?? match[2]}${match[3]}`;
}

/** In a column of systems a year of Windows Server and its edition say enough: `2012 R2`, `2008 Ent`. */
const YEAR_AND_EDITION =
  /^(?=20(?:03|08|12|16|19|22|25)[ -]?(?:r2|(?:r2[ -]?)?(?:standard|std|enterprise|ent|data ?cent(?:er|re)|dc|essentials|foundation))\.?(?: (?:ed\.?|edition|core|sp ?\d|x64|64[ -]?bit))*$)/;

/** Abbreviations and glued names as they are written out; database products lose their years and editions. */
export function spelledOut(text: string): string {
  return (
    text
      .replace(/_/g, ' ')
      .replace(/(?<=\d)(?=x(?:64|86)(?!\d))/g, ' ')
      // Names of images, told from host names by the edition: `REFW2K16SE`, `TMPLW2K12R2STD`.
      .replace(/(?<=^[a-z]{2,6})(?=w2k(?:3|8|12|16|19|22|25)(?:r2)?(?:se|ee|std|ent|dc)(?![a-z0-9]))/, ' ')
      .replace(/(?<![a-z])(?:hm|strg)(?= s(?:rv|vr|erver))/, (short) => (short === 'hm' ? 'home' : 'storage'))
      .replace(/(?<![a-z0-9])win(?= (?:home|storage|small business|multipoint) s(?:rv|vr|erver))/, 'windows')
      .replace(/(?<=20(?:03|08|12))[ -]?(std|standard|ent|enterprise|dc|datacenter)[ -]?r2(?![a-z0-9])/, ' r2 $1')
      .replace(
        /(?<=(?<![a-z0-9])win(?:dows)? ?(?:xp|vista|7|8|8\.1|10|11))(?=(?:pro|ent|home(?:basic)?|business)(?![a-z]))/g,
        ' ',
      )
      .replace(/^(?:https?:\/\/)?microsoft\.com\/win\//, 'win')
      .replace(
        /^(?:ms |microsoft )?(?=(?:storage |multipoint )?(?:server|svr|srv) ?20\d\d(?!\d)|(?:xp|vista)(?![a-z]))/,
        'windows ',
      )
      .replace(/^microsoftsqlserver:sql20\d\d(?:sp\d)?-((?:ws|win)20\d\d(?:r2)?).*/, '$1')
      .replace(/^2k(?=(?:3|8|12|16|19|22|25)(?!\d))/, 'win2k')
      .replace(/windows-(?=\d)/g, 'windows ')
      // Fields that a sheet joined: `Windows|10|Enterprise`, `Windows Server, 2019, Standard`.
      .replace(/^(?:microsoft[ ,;|]{1,2})?windows ?[,;|] ?(?=server|\d|xp|vista)/, 'windows ')
      .replace(/^((?:microsoft )?windows server) ?[,;|] ?(?=\d)/, '$1 ')
      .replace(/windows millenn?ium(?: edition)?/, 'windows me')
      .replace(/(?<=windows 98 )second edition/, 'se')
      // vSphere's names of guests before Microsoft had one for them.
      .replace(/windows longhorn/, 'windows server 2008')
      .replace(/windows 8 server/, 'windows server 2012 or 2012 r2')
      .replace(/windows 10 server/, 'windows server 2016 or later')
      .replace(YEAR_AND_EDITION, 'windows server ')
      // Python's and Salt's names of releases: `2012ServerR2`, `2019Server`.
      .replace(/(?<=^(?:windows[ -])?20\d\d ?server)(?=r2(?!\w))/, ' ')
      .replace(/^(?=20(?:03|08|12|16|19|22|25) ?server(?: r2)?$)/, 'windows ')
      .replace(/^(?:win(?:dows)?[ -]?)?nt ?4(?:\.0)?(?![\d.])/, 'windows nt 4.0')
      // SNMP agents call every NT since 5.0 so: `Windows 2000 Version 5.1 (Build 2600 …)`.
      .replace(/windows 2000 version (?=5\.[12]|6\.)/, 'windows version ')
      .replace(
        /(?<!windows )\b(?:with |on )?sql server(?:[ -]\d{4})?(?:[ -]r2)?(?:[ -](?:standard|enterprise|web|express))?/g,
        ' ',
      )
      .replace(
        /[ -]w?sql[ -]\d{4}(?:[ -]r2)?(?:[ -]sp\d)?(?:[ -](?:std|standard|ent|enterprise|web|express)\.?(?![a-z]))?/g,
        ' ',
      )
      .replace(/(?<![a-z0-9])(?:ms|microsoft) ?win(?=[a-z0-9 ])/g, 'microsoft win')
      .replace(/(?<![a-z0-9])(?:win|windows|w) ?(?:server )?2k(?![a-z0-9])/g, 'windows 2000')
      .replace(
        /(?<![a-z0-9])(?:win(?:dows)?|ws|w)[ -]?(?:srv|svr|serv|server)?[ -]{0,3}2k(3|8|12|16|19|22|25)(?![0-9])/g,
        longYear,
      )
      .replace(
        /(?<![a-z0-9])(?:win|ws|w)[ -]?(?:srv|svr|server)?[ -]?(20(?:00|03|08|12|16|19|22|25))(?!\d)/g,
        'windows server $1 ',
      )
      // `WS16`, `W12R2`, `WinSrv19`: no client has these numbers.
      .replace(
        /^(?:ms )?w(?:in|s|in ?s(?:e?rv|vr))? ?(03|08|12|16|19|22|25)(?= ?r2|std|ent|dc|$| (?:std|standard|dc|datacenter|ent|enterprise|core)(?![a-z]))/,
        longYear,
      )
      .replace(/(?<![a-z0-9])win[ .-]?(?:srv|svr|serv|server)(?![a-z])/g, 'windows server')
      .replace(/(?<![a-z0-9])win[ -]?(xp|vista|nt|me|95|98|7|8\.1|8|10|11)(?![a-z0-9])/g, 'windows $1')
      .replace(/(?<![a-z0-9])w(xp|vista|7|8\.1|8|10|11)(?![a-z0-9.])/g, 'windows $1')
      .replace(/windows(?=\d|(?:xp|vista)(?![a-z]))/g, 'windows ')
      .replace(/windowsserver/g, 'windows server ')
      .replace(
        /(?<=windows (?:7|8|8\.1|10|11)|server|server ?20\d\d(?: ?r2)?|windows[ -]20\d\d(?: ?r2)?)(?=server|core(?![a-z])|standard|datacenter|enterprise|professional|home|education|ultimate)/g,
        ' ',
      )
      .replace(/(?<![a-z])(?:srv|svr|serveur|servidor)(?![a-z])/g, 'server')
      .replace(/(?<=windows server )(?=(?:03|08|12|16|19|22|25)(?![\d.]))/, '20')
      .replace(/(20\d\d)[ -]?r(?:elease)?[ -]?2(?![0-9])/g, '$1 r2 ')
      .replace(/(20\d\d(?: r2)?)[ -]?(std|ent|dc|se|ee|sp\d)(?![a-z])/g, '$1 $2')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function longYear(_match: string, year: string): string {
  return `windows server 20${year.padStart(2, '0')} `;
}

const word = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`);

/** `2003 EE` and `2016 SE` are editions; elsewhere the letters are of other things, such as Sweden. */
const AFTER_YEAR = '(?<=20\\d\\d(?: r2)? )';

/** Words of an edition, in the languages exports come in. The first that fits is the edition. */
const SERVER_EDITIONS: readonly (readonly [string, RegExp])[] = [
  ['Datacenter Azure Edition', /(?<![a-z])datacenter[: -]*azure[ -]edition/],
  ['Datacenter', word('data ?cent(?:er|re)|dc(?!\\d)|dtc|rechenzentrum|数据中心版?|資料中心版?')],
  ['Advanced Server', word('adv(?:anced)?\\.? server|advserv|advsrv')],
  ['Enterprise', word(`enterprise|entreprise|ent|${AFTER_YEAR}ee|empresarial|unternehmen|企业版|企業版`)],
  [
    'Standard',
    word(`standard|stand|std|estandar|standaard|standart|padrao|${AFTER_YEAR}se|标准版|標準版|стандарт(?:ная)?`),
  ],
  ['Essentials', word('essentials?')],
  ['Foundation', word('foundation')],
  ['Web', word('web(?: edition| server)?')],
  ['Premium', word('premium')],
  ['Workgroup', word('workgroup')],
  ['Compute Cluster', word('compute cluster')],
  ['Itanium', word('itanium(?:-based systems)?')],
  ['HPC', word('hpc edition')],
];
const INSTALLATIONS: readonly (readonly [string, RegExp])[] = [
  ['Core', word('core')],
  ['Nano', word('nano')],
  ['Full', word('full')],
  ['RTM', word('rtm')],
];

/** A server's edition with what sets it apart: `Datacenter Core`, `Standard Evaluation`, or the kind of installation alone. */
export function serverEditionIn(text: string): string | null {
  // Two editions in one text are none.
  if (/standard ?\/ ?datacenter|datacenter ?\/ ?standard/.test(text)) return null;
  const edition = SERVER_EDITIONS.find(([, pattern]) => pattern.test(text))?.[0];
  const kind = INSTALLATIONS.find(([, pattern]) => pattern.test(text))?.[0];
  if (edition === undefined) return kind ?? null;
  const core = kind === 'Core' || kind === 'Nano' ? ` ${kind}` : '';
  return `${edition}${core}${evaluationIn(text)}`;
}

/** In the languages of Latin letters, with the doubled letters people write: `profesional`, `professionnel`, `proffesional`. */
const PROFESSIONAL = 'prof+[ei]s+ion+[ae]l+e?';

const CLIENT_EDITIONS: readonly (readonly [string, RegExp])[] = [
  ['IoT Enterprise LTSC', /iot enterprise.{0,20}ltsc|ltsc.{0,20}iot/],
  ['IoT Enterprise', word('iot enterprise')],
  ['Enterprise N LTSC', word('(?:enterprise n|entn)[ -](?:\\d{4} )?ltsc')],
  ['Enterprise LTSC', word('(?:enterprise|entreprise).{0,20}ltsc|ltsc')],
  ['Enterprise LTSB', word('(?:enterprise|entreprise).{0,20}ltsb|ltsb')],
  ['Enterprise multi-session', word('(?:enterprise )?multi-?session|enterprise for virtual desktops')],
  ['Enterprise N', word('enterprise n|entreprise n|entn')],
  ['Enterprise', word('enterprise|entreprise|ent|empresarial|empresas|unternehmen|企业版|企業版|корпоративная')],
  [
    'Pro for Workstations',
    word('pro(?:fessional|fessionnel)? (?:for workstations?|pour (?:les )?stations de travail)|工作站专业版'),
  ],
  ['Pro Education', word('pro education')],
  ['Pro N', word('pro n')],
  ['Professional N', word(`(?:${PROFESSIONAL}) n`)],
  [
    'Home Single Language',
    word('home single language|famille (?:unilingue|langue unique)|家庭单语言版|домашняя для одного языка'),
  ],
  ['Single Language', word('single language')],
  ['Home Basic N', word('home basic n')],
  ['Home Basic', word('home ?basic|familiale basique|домашняя базовая|家庭普通版')],
  ['Home Premium N', word('home premium n|familiale premium n')],
  ['Home Premium', word('home premium|familiale premium|домашняя расширенная|家庭高级版')],
  ['Home N', word('(?:home|famille|hogar) n')],
  ['Home', word('home|famille|familiale?|hogar|casa|家庭(?:中文)?版|家用版|домашняя')],
  ['Starter N', word('starter n')],
  ['Starter', word('starter|начальная')],
  ['Ultimate', word('ultimate|integrale|旗舰版|旗艦版|максимальная')],
  ['Business N', word('business n')],
  ['Business', word('business')],
  ['Education N', word('education n')],
  ['Education', word('education|educacion|教育版|для образовательных учреждении')],
  ['Pro with Media Center', word('pro (?:with media center|wmc)')],
  ['Media Center', word('media center')],
  ['Tablet PC', word('tablet pc')],
  ['Tablet', word('tablet')],
  ['Professional', word(`${PROFESSIONAL}|prof|专业版|專業版|профессиональная`)],
  ['Pro', word('pro')],
  ['SE', word('se')],
  ['S', /windows 1[01] s$/],
  ['IoT Core', word('iot core')],
  ['IoT', word('iot')],
];

export function clientEditionIn(text: string): string | null {
  const plain = text.replace(/, /g, ' ');
  const edition = CLIENT_EDITIONS.find(([, pattern]) => pattern.test(plain))?.[0];
  return edition === undefined ? null : `${edition}${evaluationIn(text)}`;
}

/**
 * The edition by the name it has in that version: `Win7 Pro` is Professional, and since Windows 8 the translations of
 * Professional (`Professionnel`, `专业版`) are the local names of Pro.
 */
export function clientEditionOf(version: string, text: string): string | null {
  const edition = clientEditionIn(text);
  if (/^(?:7|XP)$/.test(version)) return edition === 'Pro' ? 'Professional' : edition;
  const isTranslated = /^(?:8|8\.1|10|11)$/.test(version) && !/professional(?!e)/.test(text);
  return isTranslated ? (edition?.replace(/^Professional/, 'Pro') ?? null) : edition;
}

const evaluationIn = (text: string): string =>
  word('评估版|evaluation|eval|evaluierung|evaluacion|evaluatie').test(text) ? ' Evaluation' : '';
