import { ORDINARY } from './name-vocabulary.ts'
import { soundKey } from './sounds.ts'

/** What people are called for short where it isn't the beginning or the end of the name; a line is one name. */
const GROUPS = `
alexander alexandra aleksandr aleksandra oleksandr oleksandra alessandro alessandra alejandro alejandra alexandre alex aleks sasha sascha sanya shura sandro sandra xander sandy ale olek ola lesia
adelheid heidi
albert alberto alberta bert bertie berto
alfred alfredo fred freddie alf
amelia emilia millie emily milly
andreas andrew andrea andres andre andrei andrey andrzej andy andi drew andrius andriy jedrek
ann anna anne anita hanna hannah ana annie anni ania anya anka nan nancy asia anusia
anastasia anastasija nastya nastia stasya asya
anthony antonio anton antonia antoni antoine tony toni tono antek tonio antosha toño
barbara basia barb babs barbie
bartholomew bartolomeo bartosz bartek bart
beatrice beatriz beatrix bea trixie
benjamin benjamín benedikt benedict ben benny benji beni
catherine katherine kathryn katharina katarzyna ekaterina kateryna caterina catarina catalina katarina katrin cathy kathy kate katie kat kitty kasia kaska katya katia katja kathi rina cata
carlos charles carl karl carlo charlie charly chuck carlitos lalo
caroline carolina karolina carrie caro karo lina
charlotte lotte lottie charlie
christopher christoph cristoforo cristobal krzysztof chris christo krzysiek krzys kit topher kester
christina kristina christine cristina krystyna chris tina krysia christa kris tini
concepcion concha conchita
consuelo chelo
daniel daniela danilo danny dani danek danka dan danya
david dawid dave davey
dmitri dmitry dmytro dimitri dima mitya
dolores lola loli
dorothy dorothea dorota dot dolly dottie dora dorotka
eduard edward eduardo edoardo ed eddie ned ted teddy edu lalo edek edi
eleanor eleonora eleonore helena elena helen olena yelena ellie nell nora lena lenka elle hela nelly lenochka alyona
elizabeth elisabeth elisabetta elzbieta isabel isabella isabelle liz lizzie beth betty betsy eliza libby lisa liesel elsa else sissi bella bel ela elka isa chabela lisbeth lilibet bettina babette
enrique henrique heinrich henry henri enrico henryk heinz heiner harry hal hank quique kike rico heniek
ernest ernesto ernst ernie
eugene eugenia yevgeny yevhen evgeny evgeniy zhenya gene
federico frederick friedrich frederik frédéric fryderyk fritz fred freddy fede rico fredi lico
fernando ferdinand fernanda nando ferdi nanda
florian florence flo flori
franciszek francisco francesco francis franz frank francois françois francisca francesca franziska paco pancho curro kiko chico cesco franco franek frankie fran frances franny franzi paca chica franky
gabriel gabriela gabriele gabriella gabi gaby gabe gabo
georg george georges giorgio jorge yuri jerzy jurek schorsch jory georgie koke
gerard gerald gerhard gerardo gerd gerry jerry
gertrude gertrud trudi trudy gert
giovanni giovanna gianni vanni nanni gio
giuseppe giuseppina beppe peppe peppino pino pina
gregory gregor grzegorz gregorio grigori greg grzesiek grzes goyo grisha gregor
guillermo guglielmo guilherme william wilhelm wilhelmina bill billy will willie willy guille memo gui liam helmi minna
helmut helmuth helli
ignacio ignaz ignatius ignacy nacho nacio iggy
ivan yvan vanya ivo
jacqueline jackie
jacob jakob jakub james giacomo jaime diego jake jim jimmy jamie kuba kubus jakey jimbo yasha
jan johann johannes john johannes hans hansi jack johnny janek jas jasiek hannes jon
jesus chucho chuy
joachim joaquin jochen achim quino kim
joanna johanna asia joasia hanna hanni jo
joseph josef jose josé jozef józef josep jose joe joey sepp pepe pepito chepe zé ze jozek beppi jupp zeca
juliana julian julia juliette jules julie julek jule
juan juanito juancho
kenneth ken kenny
lawrence laurence lorenzo lorenz laurent larry lenz renzo laurie
leonard leonardo leonhard leo lenny leon nardo
lev leo lyova
ludwig louis luis luigi ludovico lutz luigino lou louie gigi wiggerl lucho
lukas lucas luca lukasz luke luki
magdalena madeleine maddalena magda lena madzia leni maggie maddie lenka magda
małgorzata malgorzata margaret margarete margarita margherita marguerite margarethe gosia gosha malgosia greta gretel grete maggie meg peggy madge daisy rita margo margot marge gretchen rita
manuel manuela emmanuel manolo manu lolo manny
maria marie mary mariya marija mara mia mariechen molly polly masha marusya marysia maryla mimi mitzi mizzi mariquita mari maja
martha marta marty patty marti
matthew matthias mateusz matteo mateo mathieu matt matty mats hias teo
maximilian maksymilian maxim maksym max maxi maks
melissa mel missy lissa
mercedes merche meche
michael michal miguel michele mikhail mykhailo michel mike mick mickey michi misha mischa miki micha miguelito michalek michał
mildred millie
natalia natalie nataliya natasha nat talia nata natka
nicholas nikolaus nicolas nikolai nicola mikolaj mykola niccolo nick nicky klaus nico niko kolya nic mikolajek
oleg oleh olezhka
olga olha olya ola
patrick patricia patrizia pat paddy patsy trish tricia patty pati
paul pablo paolo pavel pawel pavlo paulo pasha pavlik pawelek paulie
paulina pauline paula polly paulinka
penelope penny pen nell
peter pedro pietro pierre piotr petr petro piero pete petya perico pit piotrek piotrus pierino
philip philipp filippo felipe filip phil pip pippo fil flip lipe
rafael raphael raffaele rafal rafa rafi lele
rebecca rebekka becky becca
reinhard reinhold reinhart hardy
richard riccardo ricardo ryszard rich rick ricky dick dickie rysiek rico richie
robert roberto roberta rob bob bobby robbie bert robin berto beto robi
roman romek
ronald ronaldo ron ronnie
rosalia rosario rosalind rosamund rosie roza charo rosa
rudolf rodolfo rudolph rudi rudy fito dolfo
salvador salvatore chava salva toto totò turi
samuel samantha sam sammy
santiago iago chago santi
sebastian sebastien sebastiano seb basti bastian wastl seba
sergei sergey serhiy sergio seryozha checho
siegfried sigi siggi
sofia sophia sophie zofia sofiya sonya sonia sonja zosia zoska sofie fifi
stanislav stanislaw stanisław stas stach staszek stan
stephen steven stefan stephan stefano esteban etienne stephanie stefania steffi steffen steve stevie stef fani
susan susanne suzanne susanna zuzanna susana sue susie suzie susi sanne zuzia
svetlana svitlana sveta lana svetik
svyatoslav sviatoslav slava svyat
tadeusz tadek
tatiana tatyana tetyana tanya tania
teresa theresa therese terry tess tessa resi tere maite
theodor theodore teodoro fyodor theo teddy ted fedya
thomas tomas tommaso tomasz tom tommy tomek tomaso thom
timothy timotheus tim timmy timo
ulrich ulrike uli ulli rike
urszula ursula ulla uschi ula uschi
valentin valentina valentino val vali valya tina
valeria valeriy valery valerie lera
veronika veronica vera roni vero ronnie nika
victoria viktoria wiktoria viktor victor vicky vika vic vitya vicki tori
vincent vincenzo vicente vince enzo vinnie chente
vitaly vitaliy vitalik vitya
vladimir volodymyr wlodzimierz vova volodya vladi wlodek
vladislav vladyslav wladyslaw vlad vladik slava wladek
vyacheslav viacheslav slava
wacław waclaw wacek
walter walther wally walt gualterio walti
wojciech wojtek
yaroslav jaroslav jaroslaw slava jarek yarik
zbigniew zbyszek zbych
zachary zack
gwendolyn gwen wendy
pierfrancesco piero pier
joão joao joaozinho jo
luiz luís luisinho lula
raimundo mundo
wanderleia wanda
sebastião tião tiao bastião
antônio tonho toninho
josefina josephine pepa fina josie
mehmet memo mehmed
mustafa musti
ibrahim ibo
huseyin hüseyin huso
suleyman süleyman sülo
muhammad mohammed mohamed mohd mat moh mo
aleksei alexey oleksiy lyosha alyosha lyokha oleksa
konstantin kostya kostas costa
boris borya
galina halyna galya
irina iryna irena ira irka renia
ksenia oksana oxana ksyusha
liudmila lyudmila ludmila lyuda luda mila
nadezhda nadiya nadya nadia
pelagia polina polya
yulia iuliia julia yulya
yelizaveta liza
grigory grisha hrysha
georgi yegor zhora gosha
agnieszka agnes agnese aga inez ines agusia
bogusław boguslaw bogdan bohdan boguś bogus bodzio danya
czesław czeslaw czesiek
ewa eva ewka
jadwiga jadzia hedwig hedi
kazimierz kazik
leszek lech lesio
mirosław miroslaw mirek miro
mieczysław mieczyslaw mietek
przemysław przemyslaw przemek
radosław radoslaw radek
sławomir slawomir sławek slawek
`
/** Short forms that are words as well. */
const WORDS = new Set(
  'slava lada nadja maya vira nadia penny bill rob bob nick pat max dick sam jan dan drew dot kit chip sandy jack josh don rod gene guy ken mike trudy memo rico chico pino mundo fina lula lana mara mia val vera rita lola curro concha mat mo ala ola ela ale asia rosa nell hal ned phil flip lina isa bella gert tim stan pen tori mimi fan toto luke mark dolly daisy molly polly nan pip else jo ze zé leo leon bea lou ted ed al gui lele costa kim tere nora stas van nik aga'.split(
    ' '
  )
)

const bySound = new Map<string, Set<string>>()
for (const group of GROUPS.trim().split('\n')) {
  const names = group.split(' ')
  for (const name of names) {
    const key = soundKey(name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l'))
    const group = bySound.get(key) ?? new Set<string>()
    for (const other of names) group.add(other)
    bySound.set(key, group)
  }
}

/** Other forms of a given name. */
export const shortNames = (latin: string): string[] =>
  latin.length < 4
    ? []
    : [...(bySound.get(soundKey(latin)) ?? [])].filter((short) => short !== latin && short.length > 2)

export const isWordToo = (short: string): boolean => WORDS.has(short) || ORDINARY.has(short)
