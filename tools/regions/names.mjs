// How a division is called in English: the kind of place translated, the name itself romanised.

// What a township's or community's name ends with, and what that is called; the first that fits.
const SMALL = [
  [/^(.{2,})畲族乡$/, "She Ethnic Township"],
  [/^(.{2,})畲族镇$/, "She Ethnic Town"],
  [/^(.{2,})街道$/, "Subdistrict"],
  [/^(.{2,})镇$/, "Town"],
  [/^(.{2,})乡$/, "Township"],
  [/^(.+?)(?:虚拟)?(?:生活区|社区)(?:居委会|居民委员会)?$/, "Community"],
  [/^(.*新村)(?:村委会|村民委员会)$/, "Village"],
  [/^(.{2,}?)村?(?:村委会|村民委员会|村委员会)$/, "Village"],
  [/^(.+)(?:村委会|村民委员会)$/, "Village"],
  [/^(.+)(?:居委会|居民委员会)$/, "Community"],
  [/^(.{2,})村$/, "Village"],
  [/^(.+)管理区$/, "Administrative Area"],
];

export function townshipOrCommunity(name, word) {
  for (const [shape, kind] of SMALL) {
    const found = shape.exec(name);
    if (found) return `${word(found[1])} ${kind}`;
  }
  return undefined;
}

// Zones that count as counties; their names often begin with the province's or the city's.
const ZONES = [
  [/(?:高新技术产业|高新技术|高技术产业)开发区$/, "High-Tech Industrial Development Zone"],
  [/高新技术产业园区$/, "High-Tech Industrial Park"],
  [/经济技术开发区$/, "Economic and Technological Development Zone"],
  [/经济开发区$/, "Economic Development Zone"],
  [/城乡一体化示范区$/, "Urban-Rural Integration Demonstration Zone"],
  [/示范区$/, "Demonstration Zone"],
  [/工业园区$/, "Industrial Park"],
  [/管理区$/, "Administrative Area"],
  [/新区$/, "New Area"],
  [/(?<=.)矿区$/, "Mining District"],
];

const COUNTIES = [
  [/左翼中旗$/, "Left Wing Middle Banner"],
  [/左翼后旗$/, "Left Wing Rear Banner"],
  [/右翼前旗$/, "Right Wing Front Banner"],
  [/右翼中旗$/, "Right Wing Middle Banner"],
  [/右翼后旗$/, "Right Wing Rear Banner"],
  [/联合旗$/, "United Banner"],
  [/前旗$/, "Front Banner"],
  [/中旗$/, "Middle Banner"],
  [/后旗$/, "Rear Banner"],
  [/左旗$/, "Left Banner"],
  [/右旗$/, "Right Banner"],
  [/旗$/, "Banner"],
  [/县$/, "County"],
  [/区$/, "District"],
  [/市$/, "City"],
];

const CITIES = [
  [/地区$/, "Prefecture"],
  [/盟$/, "League"],
  [/市$/, ""],
];

// Peoples by which a place is called; a few are named without 族 in Xinjiang.
const PEOPLES = {
  蒙古: "Mongol", 回: "Hui", 藏: "Tibetan", 苗: "Miao", 彝: "Yi", 壮: "Zhuang", 布依: "Bouyei",
  朝鲜: "Korean", 满: "Manchu", 侗: "Dong", 瑶: "Yao", 白: "Bai", 土家: "Tujia", 哈尼: "Hani",
  哈萨克: "Kazakh", 傣: "Dai", 黎: "Li", 傈僳: "Lisu", 佤: "Va", 畲: "She", 拉祜: "Lahu", 水: "Sui",
  东乡: "Dongxiang", 纳西: "Naxi", 景颇: "Jingpo", 土: "Tu", 达斡尔: "Daur", 仫佬: "Mulao",
  羌: "Qiang", 布朗: "Blang", 撒拉: "Salar", 毛南: "Maonan", 仡佬: "Gelao", 锡伯: "Xibe",
  普米: "Pumi", 塔吉克: "Tajik", 怒: "Nu", 保安: "Bonan", 裕固: "Yugur", 独龙: "Derung",
  各: "Multiethnic",
};
const PEOPLE = new RegExp(`(${Object.keys(PEOPLES).sort((a, b) => b.length - a.length).join("|")})族$`);
const PEOPLE_BARE = /(蒙古|哈萨克|塔吉克|锡伯)$/;
const OF_A_PEOPLE = [
  [/自治州$/, "Autonomous Prefecture"],
  [/自治县$/, "Autonomous County"],
  [/(?<=族)区$/, "District"],
];

export function countyOrCity(code, name, above, word) {
  for (const [shape, kind] of OF_A_PEOPLE) {
    if (shape.test(name)) return withPeoples(name.replace(shape, ""), kind, word);
  }
  if (code.length === 4) return ending(name, CITIES, word);
  for (const [shape, kind] of ZONES) {
    if (shape.test(name)) return `${zone(name.replace(shape, ""), above, word)} ${kind}`;
  }
  return ending(name, COUNTIES, word);
}

function ending(name, kinds, word) {
  for (const [shape, kind] of kinds) {
    if (shape.test(name)) return `${word(name.replace(shape, ""))} ${kind}`.trim();
  }
  return undefined;
}

function withPeoples(name, kind, word) {
  const peoples = [];
  let rest = name;
  for (let found; (found = PEOPLE.exec(rest) ?? (peoples.length === 0 && PEOPLE_BARE.exec(rest))); ) {
    peoples.unshift(PEOPLES[found[1]]);
    rest = rest.slice(0, found.index);
  }
  if (rest === "" || peoples.length === 0) throw new Error(`of no people: ${name}`);
  return `${word(rest)} ${peoples.join(peoples.length > 2 ? "-" : " and ")} ${kind}`;
}

// 河北唐山芦台 is Hebei Tangshan Lutai: what begins with a division above is parted from it.
function zone(name, above, word) {
  const words = [];
  let rest = name;
  for (const [chinese, english] of above) {
    const short = chinese.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, "");
    if (rest.startsWith(short)) {
      words.push(english);
      rest = rest.slice(short.length).replace(/^市/, "");
    }
  }
  return [...words, ...(rest ? [word(rest)] : [])].join(" ");
}
