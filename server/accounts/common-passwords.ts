/**
 * What people choose when they are asked for a password: first names and family names, pets, teams,
 * places, films and bands, endearments, months, the words of several languages, and the keys side by
 * side. With digits before or after, in lookalike characters, twice, or two put together, they are
 * as easy to guess; see `guessable-password.ts`.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
1234abcd 123abc 123qwe 123qweasd 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 2pac 50cent a123456 a1234567 a12345678 a123456789 a1b2c3 a1b2c3d4
aa123456 aaaa aaaaaa1 aaron abba abby abc abcabc abcd abcde abcdef abcdefg abcdefgh abdullah abigail able about above abril abuela abuelo access
accessdenied account accountability accounting accounts acdc achilles acht acid acmilan across action active actor acura adam adams adelaide adele
adios admin administrador administrateur administration administrative administrator admins adobe adorable adrian adriana adrienne advance adventure
africa african again against agent agnes agosto agriculture aguila ahmed aidan airforce airplane airplanes airport aisha ajax alabama aladdin alan
alarm alaska albania albert alberto album alejandra alejandro alex alexa alexander alexandra alexandre alexandria alexia alexis alfonso alfred alfredo
algeria ali alice alicia alien aliens alison allan allen alligator allison allow alma aloha alone alpha alphabet alphaomega alvin always
alwaysandforever alyssa amanda amazing amazon amber ambition amelia america american americana amicizia amigas amigo amigos amor amorcito amore
amoremio amoreterno amormio amorzinho amour amours amsterdam amy ana anaconda anakin anastasia anchor ancient andalucia anderson andre andrea andreas
andres andrew android andy angel angela angeleyes angelface angelica angelina angelito angelo angels anger angie angry animal animals anime anita
ankara ann anna annabelle anne annette annie anniversary answer ant antananarivo antananarivu antelope anthem anthony antique antoine antonia antonio
ants antwerp anyone anything anytime aout apache apartment ape apocalypse apollo apple applepie apples apricot april aquaman aragorn arbeit arcade
arcadia archer archery architect architecture archive area51 arena ares argentina ariana ariel arizona armageddon armando armor army arnold arrow
arsenal arsenalfc art arthur artist artistic arturo artwork asd123 asdasd asdf asdfasdf asdfgh asdfghj asdfghjk asdfghjkl asdfqwer asdzxc ashlee
ashleigh ashley ashton asia asian asroma ass assassin assassins assassinscreed asshat asshole assistant astonvilla astros asylum athena athens athlete
atlanta atlantis atlas atletico atom atomic attack auckland audi audrey august augustus aunt auntie aurevoir aurora aussie austin australia australian
austria auto automne autumn ava avalanche avalon avatar avengers avenue avril avrillavigne awake awesome axe azerty azertyuiop azure babe babes baboon
baby babyblue babyboy babyface babygirl bacardi bachelor back backstreet backstreetboys backup bacon bad badass badboy badger badgers badgirl badman
baer baghdad bailey baker balance bali ball baller ballerina ballet balloon balls baltimore bambam bamboo banana bananas bandit bandits bangalore
bangkok bangladesh bank banker banking banner barbara barbie barbiegirl barca barcelona barefoot barker barnes barney baron barry bart bartsimpson
baseball basket basketball bass bassman bastard batgirl bathroom batman battery battle battlefield bauer baum bayern bayernmunich bbbb beach beachbum
beaches beaner bear bearbear bearcat bears beast beastie beastmode beatles beatrice beatriz beautiful beauty beaver beavers because becca becker
beckham becky bedroom bee beef beer beers bees beetle beetlejuice beijing beirut beisbol belfast belgium belgrade believe believer bell bella belle
bello beloved ben bender benfica bengals benjamin benji bennett benny bentley benutzer benvenuto berg berlin bernadette bernard bernie bertha besiktas
best bestfriend bestfriends beta beth bethany better betty beverly beyonce beyond bhbirf bianca bianchi bible bicycle bieber bienvenido bienvenidos
bienvenue bigbang bigben bigblue bigboss bigboy bigdaddy bigdog bigfoot biggie bigmac bigman bigmoney bigone bigred bigtime bike biker bikes bilbo
bill billabong billie billion bills billy billybob bingo biohazard biology bird birdie birdman birds birmingham birthday birthdays biscuit biscuits
bishop bison bitch bitchass bitches black blackbelt blackberry blackbird blackcat blackdog blackhawks blackhole blackie blackjack blackmagic blackout
blackrose blacksabbath blackstar blackwater blade blades blake blanca blaster blaze blazer blazers bleach blessed blessing blessings blink182
blink1821 blinky blizzard blonde blondie blood bloodline bloods bloody bloom blossom blowjob blowme blue bluebell blueberry bluebird blueblue bluedog
blueeyes bluefish bluemoon blues bluesky blume blur bmw board boat boating boats bob bobafett bobbie bobby bobmarley boca bocajuniors bodybuilder
bogota bolivia bomb bomber bond bone bones bonheur bonita bonito bonjour bonnie boobear boobs booger boogie boomboom boomer boomerang boost boots
bootsie borboleta bordeaux border boricua borussia bosnia boss bossman boston bostonredsox bottle boulder bounce bow bowie bowler bowling bowser box
boxer boxers boxing boy boyfriend boys bozo bracelet brad bradley brady brain brainiac brains brandi brandon brandy brasil bratislava braun brave
braveheart braves bravo brazil bread breakingbad brenda brendan brent brett brewster brian briana brianna brick bridge bridget brighton brilliant
brisbane bristol britain britney britneyspears brittany brittney broadway broken brokenheart bronco broncos bronze brooke brooklyn brooks brother
brothers brown browneyes brownie browns bruce bruder bruins bruiser bruno brussels brutus bryan bryant bryce bubba bubble bubblegum bubbles buccaneers
bucharest bucket buckeye buckeyes bucks buckshot budapest buddies buddy budget budlight budweiser buenosaires buffalo buffy bug bugatti bugs bugsbunny
buick bulgaria bull bulldog bulldogs bullet bulletproof bullets bulls bullshit bumblebee bunnies bunny burger burrito business buster butler butter
buttercup butterfinger butterflies butterfly butthead button buttons buzz buzzlightyear bye byebye caballo cable cachorro cactus cadillac caesar cairo
caitlin cake caleb calendar calgary california calimero callofduty calvin calypso camaro cambodia cambridge camel camera cameron cameroon camila
camille campbell camper camping campus canada canadian canadiens canary cancer candace candice candies candle candy candyman cane cannon canon canucks
canyon capetown capital cappuccino capricorn captain captainamerica captainjack cara caracas caramel caravan cardiff cardinal cardinals career
caribbean carina carinito carino carl carla carlos carly carmen carnival carol carolina caroline carolyn carpediem carpenter carpet carrie carrot
carrots carter cartman cartoon casablanca cascade casey cash casino casper cassandra cassidy cassie castle cat catalina catalyst catch catdog catfish
catherine cathy cats catwoman cauldron cavaliers cavallo cccc cde3 cebu cecilia cedar celebrate celebrity celeste celestial celia celine celinedion
cell cello cellphone celtic celtics center central century ceo cereal cesar cfitymrf chad chain chainsaw chair chairman challenger chameleon champ
champagne champion champions championship championships chance chandler change changeit changeme changes changethis channel chaos character
characteristic charger chargers charisma charity charizard charlene charles charlie charliebrown charlotte charm charming chase chaser chat cheeky
cheer cheerleader cheers cheese cheesecake cheetah cheetos chelsea chelseafc chemical chemistry chen chennai cheri cherie cherokee cherries cherry
cherryblossom cheryl chess chester cheval chevelle chevrolet chevy chewbacca chewie cheyenne chicago chicagocubs chick chicken chickens chickenwing
chico chief chiefs chien chihuahua child children chile chill chilli chimera chimp china chinchilla chip chipmunk chipper chips chiquita chiquito
chivas chloe chocolat chocolate choice chopper chosen chouchou chris chrissy christ christa christian christina christine christmas christopher
christy chronic chrysler chuck chucky chunky church ciao ciaociao ciel cielo cigar cigarette cinco cinderella cindy cinema cinnamon cinq cipher circle
circumstances circus cisco citadel cities citizen citroen city civic civilization cjkysirj claire clara clarence clarinet clark classic classroom
claude claudia clave clayton clean clear cleopatra cleveland clever client clients clifford climber clint clinton clock closer cloud cloudy clover
clown clowns clueless cluster coach coast cobalt cobra coca cocacola cocaine cock coconut code codes codeword cody coffee coffeebean cola coldplay
coleman colin collaboration collection colleen college collin collins cologne colombia colombiano colombo colonel colorado colts columbo comanche
combat combination come comedy comeon comet comfort command commander commando commissioner commitment commitments commonwealth communication
communications company compaq compass compensation competition competitive complete complication comprehensive computadora computer computers
concentration concept concert concrete condom condor confederation conference confidence confidential confirmation congratulations connect connection
connie connor conquer conrad consciousness consensus consequences conservation conservative consideration constance constant constantine constituent
constitution construction contact contemporary content contortionist contrasena contrasenya contribution contributions control controller conversation
conversations cook cookie cookiemonster cookies cool coolboy coolcat coolgirl coolguy coolio coolman coolness cooper cooperation copenhagen copper
copycat coral corazon corazones corey corinthians corner corolla corona corporate corvette cory cosmic cosmopolitan cosmos costa cottage cotton coucou
cougar cougars counter counterstrike country countryboy countrygirl courage courtney cousin cousins cow cowboy cowboys cowgirl cows cox coyote crab
cracker crackers craft craig cranberry crap crash crawford crazy crazyboy crazygirl crazyman cream creation creative creator creature credit
creditcard creed creeper cricket criminal crimson crips cristal cristian cristiano cristina critical critter croatia crocodile crossfire crossroads
crow crown cruise cruiser crunch crusader crush crusher cruzazul cruzeiro cryptography crystal cthtuf cthulhu cthuttdf cuatro cuba cubs cucciola
cucciolo cuddles culture cum cuore cupcake cupid cure curtis customer cute cutie cutiepie cyber cyberpunk cyborg cyclone cyclops cynthia cypress czech
dad daddy daddysgirl daemon daffy dagger daisies daisy dakota dale dallas dallascowboys dalton damage damian damien damn damnit damon dan dana dance
dancer dancers dancing danger dangerous dangerzone daniel daniela daniella danielle danmark danny daphne daredevil darius dark darkangel darkknight
darklord darkman darkness darkside darkstar darlene darling darrell darren darryl darthvader data database datenbank daughter dave david davidbowie
davidson davis dawn daydream daylight daytime daytona dddd dead deadly deadman deadpool dealer dean deanna dearest death deathnote deathstar debbie
debian deborah debra december decembre decision1 deep deepblue deeppurple deer deerhunter default defender defense deftones delfin delhi deliberation
deliberative delicious delight delilah dell delores delta demo democracy democratic demon demons demonstration denali denise denmark dennis dental
denver depeche depechemode derek derrick desert design designer desire desiree desktop desmond desperado destined destiny destroyer detective
determination determined detroit deus deusefiel deutschland deux develop developer development developments devil devilmaycry devils devin devon
dexter dezember dhaka dharma diablo diamond diamonds diana diane dianne diaz diciembre dick dickhead dictionary die diego dienstag diesel diez
differential difficulties digger digimon digital dilbert dillon dimanche dimitri dinah dinero dingdong dinner dinosaur dinosaurs dios diosesamor
diosmio diosteama diplomat direct director dirtbike dirty disappointed disappointment disaster disco discover discovery discrimination disney
disneyland disneyworld distribution disturbed diver divine diving dixiechicks doberman docker doctor doctorwho documentary documentation dodge dodger
dodgers dog dogbert doggie doggy doghouse doglover dogs dogwood doit dollar dollars dollface dolphin dolphins domain dominator domingo dominic
dominicana dominick dominique domino don donald donaldduck donkey donna donnerstag dont dontforget dontknow donut doodle doom door doors dora doreen
doris dork dorothy dortmund dory dos double doudou doug douglas downtown drache dracula dragon dragonball dragonballz dragonfire dragonfly dragonlord
dragons dragonstone dragster drake drdre dream dreamcatcher dreamer dreaming dreams drei dresden drew drifter drifting drive driver drogba drowssap
drum drummer drumming drums duane dublin dubois ducati duchess duck duckie duckling ducks ducky dude dudedude dudley duke dumb dumbass dumbledore
dummy dumpster duncan dundee dungeon durand dustin dusty dwayne dwight dying dylan dynamic dynamite dynasty eagle eagles earl early earnhardt earth
earthquake easter eastern eastside eastwood easy ebay echo eclipse ecole economy ecstasy ecuador edcrfv eddie edgar edinburgh edison edith edmonton
edmund eduardo education edward edwardcullen edwards edwin eeee eeyore egypt eight eightball eileen eins einstein elaine elcamino eleanor election
elections electorate electric electricity electro electron electronic electronics element elements elena elephant elephants eleven eli elias elijah
elisa elisabeth elite elizabeth elk ella ellen ellie elliot elmer elmo elsa elsie elvira elvis elvispresley embrace emerald emerson emil emilia emilio
emily eminem emma emmanuel emo emoboy emogirl emotion emperor empire employee encouragement encyclopedia endless energy enero enfant engel engelchen
engineer engineering england enigma enjoy enrique enter enterprise entertainment enthusiastic entrance entrepreneur entropy entry envelope environment
environmental epsilon eric erica erick erik erika erin ernest ernesto escape escort eskimo espana espanol esperanza esposito espresso essence
establishment estate esteban ester esther estonia estrela estrella estrellas estrellita ete eternal eternity ethan ethiopia etoile eugene euro europe
european eva evan evans eve evelyn everest evergreen everlast everlasting everlong everton everybody everyone everything everywhere evil evolution
example excalibur excel excellent exceptional exchange excuseme executioner exotic expectations experimental expert explore explorer explosion express
extra extraordinary extraterrestrial extreme f150 fabian fabulous facebook fairies fairy fairytale faith faithful falcon falcons fall fallen
fallenangel fallout fame famiglia familia familie famille family familyguy famous fancy fanta fantasia fantastic fantasy farfalla farm farmer farming
farscape fashion fast fastball fastcar faster fat fatass fatboy fatcat fate father fatima fatman favorite fcbarcelona fearless feather febrero februar
february federer fedora feedback felicia felicidad felicidade felipe felix fender fenerbahce ferien fernanda fernando ferrari ferreira fetish feuer
fever fevrier feyenoord fiance fiat fiction fiddle field fiesta fight fighter fighters fighting film filter final finalfantasy finance finder finger
fingers finish finland fiona fire fireball firebird firefighter firefly firefox fireman firenze fireplace firestorm firewall fireworks first firstlove
fischer fish fisherman fishing fitness five fktrcfylh fktrctq flame flamenco flamengo flames flamingo flash flashback flatron fleur fleurs flicker
flight flintstone flipflop flipper florence flores florida flower flowerpower flowers floyd fluffy flute flvbybcnhfnjh flyer flyers flyfish flyfishing
flying focus foobar foofighters fool foolish football footballer force ford forest forester forever foreveryoung forget forgetit forgot forgotten
formal formula forrest forsaken fortnite fortress fortune forzainter forzajuve forzamilan fossil foster founder fountain four fox foxes foxtrot foxy
foxylady fractal fragile frame france frances francesca francis francisco frank frankenstein frankfurt frankie franklin fratello freak freaks freaky
freckles fred freddie freddiemercury freddy frederick freebird freedom freelance freeman freestyle freeway freeze freiheit freitag french frere fresh
fresher freya friday friend friendly friends friendship friendster frisco frisky frodo frog frogger froggy frogman frogs frosty frozen fruehling fruit
frustrated fubar fuck fucker fuckers fuckit fuckme fuckoff fucktheworld fuckyou fuenf fugitive fullmoon fun function fundamental funfun funky
funkymonkey funny funnyman furious fury fusion fussball futbol futbolista futurama future fylhtq gabriel gabriela gabriella gabrielle gadget gaga gail
galatasaray galaxy gambit gambler gambling game gameboy gamecube gameofthrones gameover gamer gamers games gaming gamma gandalf gangsta gangster ganja
garage garbage garcia garden gardens garfield gargoyle garlic garrett gary gateway gatinho gatito gato gator gatorade gators gattino gavin gbplf gecko
geek geeks geeky geheim geheimnis gemini gene general generation generations generic genesis geneva genius gentle gentleman gentlemen geoffrey
geography george georgia georgina gerald geraldine gerard german germany geronimo gerrard gfhjkm ghana ghbdtn ghbdtnrfrltkf ghetto ghhh47hj7649 ghjcnj
ghost ghostrider ghosts giant1 giants gibson gilbert gina ginger giovanni giraffe girl girlfriend girls github gizmo gjkbyf glacier gladiator gladys
glasgow glass glen glenn glitter global gloria glory gmail goalie goat goats gobears goblin god goddess godfather godisgood gods godsmack godzilla
gogo gogogo gohan goku golang gold golden goldeneye goldfinger goldfish goldie goldstar goldwing golf golfball golfer golfing gollum gomez gonzales
gonzalez good goodboy goodbye goodday goodfellas goodgirl goodlife goodluck goodmorning goodnight goodtimes goofball goofy google goose gopher gordon
gorgeous gorilla gorillas gotcha goth gothic government governor grace graceful graduate graffiti granada grand grandam grandchildren granddaughter
grandfather grandma grandmother grandpa grandtheftauto granite granny grant grape grapefruit grapes graphic graphics grasshopper grateful gratefuldead
gravity gray great greatest greatness greece greedy greek green greenapple greenbay greenday greeneyes greenhouse greenlantern greentea greentree greg
gregory gremio gremlin grendel greta grey griffey griffin grimreaper grizzly groove groovy ground group grumpy gryffindor gta guadalajara guadalupe
guardian guerrilla guest guests guidance guillermo guiness guinness guitar guitarist guitarman guitars gumby gun gunit gunner gunners guns gunther
gupta guru gustav gustavo guy guys gwen gymnast gymnastics gypsy habana hacker hackers hacking hades haeschen haha hahaha hahahaha hailey hairy haley
halflife halfmoon hall hallelujah hallo hallohallo halloween halo hamburg hamburger hammer hammerhead hamster handball handsome handyman hank hannah
hannahmontana hanoi hans hansolo happiness happy happybirthday happyday hardball hardcore harddrive hardware harley harleydavidson harmony harold
harriet harris harrison harry harrypotter harrystyles hartmann harvey hase haslo hassan hatred haunted haus havoc hawaii hawaiian hawk hawkeye
hawkeyes hawks hayden hayes hayley hazard hazel hazelnut headmaster headquarters headshot health healthy heart heartbeat heartbreak heartbreaker
heartbroken heartless hearts heat heather heaven heavenly heavy heavymetal heckfy hecrfz hector hedgehog hehe hehehe heidi heineken heisenberg helen
helena helicopter helicopters helium hell hellas hellboy hellfire hello hellohello hellokitty hellothere helloworld helmet help helpdesk helpme
helsinki henderson hendrix henry herbert herbst hercules heritage herman hermana hermano hermanos hermes hermione hermosa hermoso hernandez hero
heroes heslo hey heyhey heythere highschool highway hihi hijo hijos hiking hilary hill hills himmel hiphop hippo hippopotamus history hitman hiver
hobbes hobbit hockey hoffmann hofmann hogwarts hola holahola holiday holidays holland hollister hollow holly hollywood holmes hologram holy holyspirit
home homeboy homebrew homeless homepage homer homes homesweethome hometown homework homie honda hondacivic honest honesty honey honeybear honeybee
honeybun hongkong honolulu honor hood hooligan hoops hoosier hoosiers hooters hope hopeful hopeless hopes hopkins horizon hornet hornets horny horror
horse horselover horses hospital hot hotboy hotdog hotel hotgirl hothot hotmail hotmama hotness hotrod hotspur hotstuff hottie hotwheels hounddog
house housewife houston how howard howdy huang hubba hubby hubert hudson hugh hughes hugme hugo hugs hulk human humanity humble hummer hummingbird
humor hund hundred hungary hungry hunter hunting hurricane husband husker huskers huskies husky hussein hustler hybrid hyderabad hydro hyper hyundai
ian ibrahim icarus iceberg icecold icecream icehouse iceland iceman icequeen ichigo ichliebedich ida idaho idea ideal idiot idontcare idontknow
iforget iforgot ignacio igor iguana illinois illusion illustration ilove ilovedad ilovegod ilovehim ilovejesus iloveme ilovemom ilovemyfamily
ilovemyself iloveu iloveyou imagination imagine imani immediately immortal impact impala imperial implementation impossible improvement incredible
incrediblehulk independence independent india indian indiana indigo individuals indonesia industry infamous inferno infinite infiniti infinity
informatica information informatique infrastructure ingodwetrust ingrid innocent innovation insane insanity insect inside insomnia inspector
inspiration inspire instagram instinct institute instrumental instruments integra integrity intel intellectual intelligence intense inter interesting
intermilan internacional international internet interpol intrepid introduction inuyasha invader inverno investigation investments invierno invincible
invisible invoice iowa ipad iphone iran iraq ireland irene iris irish irishman irma irmao iron ironhead ironmaiden ironman isaac isabel isabella
isabelle isaiah iseedeadpeople island islanders islands ismael israel istanbul itachi italia italian italiano italy its itsme ivan ivanov iverson ivy
izmir jack jackal jackass jackdaniels jackie jackpot jackrabbit jackson jacob jacqueline jade jaguar jaguars jaime jakarta jake jamaica jamais jamal
james jamesbond jamie jammer jan jane janelle janet janice janis januar january janvier japan japanese jared jasmin jasmine jason jasper java
javascript javier jay jayden jayhawk jayhawks jayla jayson jayz jazz jazzman jazzy jean jeanette jeanne jedi jedimaster jeep jeff jeffrey jelly
jellybean jellybeans jellyfish jenkins jenna jennifer jenny jeremiah jeremy jerome jerry jersey jerusalem jesse jessica jessie jester jesucristo jesus
jesuschrist jesuscristo jetaime jets jetski jetta jeudi jewel jewels jill jillian jim jimbo jimihendrix jimmorrison jimmy jingle jinx jkmuf jlo joan
joann joanna joanne job jobs jocelyn jodie joe joel joey johan johanna johannesburg john johndeere johnlennon johnny johnnywalker johnson jojo jojojo
joke joker jokes jon jonah jonas jonasbrothers jonathan jones jonny jordan jorge jose joseph josephine josh joshua josie journal journey joy joyce
joydivision joyful juan juanita judge judith judo judy jueves juggalo juggernaut juice juicy juillet juin juli julia julian juliana julie juliet julio
julius july jump jumper jumpman june junebug jungle juni junio junior junkie jupiter jurassic jurisprudence just just4me justdoit justice justin
justinbieber justme justus juventus kaiser kaitlyn kaka kamikaze kangaroo kansas kanye kanyewest kara karachi karaoke karate karen karina karl karla
karma kashmir katana kate katelyn katherine kathleen kathryn kathy katie katrina katyperry katze kawasaki kay kayla kaylee keeper keepout keith kelley
kelly kelsey ken kendall kendra kenneth kennwort kenny kent kentucky kenya kermit kernel kerry kevin key keyboard keypad keys khadija khaleesi khan
kia kickass kickboxing kicker kid kidrock kids kiev killbill killer killers killjoy killme kilo kim kimberley kimberly kinder kindergarten kindness
king kingdom kingdomhearts kingfish kingkong kingpin kings kinky kipper kirk kirsten kiss kisses kisskiss kissme kitchen kitten kittens kitties kitty
kittycat kittykat kiwi kjkbnf klein klingon klondike knickers knicks knife knight knightrider knights knock knockout knowledge knowledgeispower
knuckles koala kobayashi kobe kobebryant koch koeln kolkata konnichiwa koolaid korea korn kosovo kowalski krakow kramer krause kristen kristin
kristina kristine kristy kronos krueger krypton kryptonite krystal ktyjxrf kubernetes kumar kungfu kurt kuznetsov kyiv kyle kylie kyoto laboratories
laboratory lacrosse ladder ladies lady ladybird ladybug ladygaga lagos lahore lake lakers lakes lakeside lakeview lamb lambda lambert lamborghini
lampard lana lance lancelot lancer land landlord landmark lange language lantern lapin laptop larry lasagna laser last laststand lasvegas latin latina
latino latoya latvia laugh laughing laughter launch laundry laura lauren laurent laurie lavender law lawnmower lawrence lawyer layla lazarus lazio
lbvjy leader leadership leaf league leah learn learning leather leatherneck leavemealone lebanon lebron lebronjames ledzeppelin lee leeds leedsunited
lefebvre legacy legal legend legends legislation legolas lehmann leia leila leipzig lemon lemons lena lennon lenovo leo leon leonard leonardo leopard
leprechaun leroy leslie lester lethal leticia letme letmego letmein letmeinnow letmeout letsgo letter letters level levi lewis lexus liam liberdade
libertad liberte liberty library libya lickme liebe liebling life lifeboat lifeguard lifeisgood lifestyle lifetime light lighthouse lighting lightning
lights lilies lillian lilwayne lily lima lime limited limousine limpbizkit lina lincoln linda lindsay lindsey lineage link linkedin linkinpark linux
lion lioness lionheart lionking lions liquid lisa lisboa lisbon literature lithuania little littlebit littleboy littlegirl littleman littleone live
livelaughlove livelife liverpool liverpoolfc living liz lizard ljvfy lloyd lmao lobo lobster local lock locked locker locksmith loewe logan logic
logical login logitech logon loki lol lola lollipop lollypop lolol lololol london lonely lonestar lonewolf longbeach longhair longhorn longhorns
longshot looney loopy lopez lordoftherings lorena lorenzo loretta lori lorraine losangeles losenord loser losers lost lottery lotus loud louis louise
louisiana loulou lounge lourdes love love4ever lovebird lovebug lovehurts loveless lovelife lovelove lovely lovelylady loveme lover lovers loveu
loveyou loving loyal loyalty lozinka lucas lucia luciano lucifer lucille lucinda luck lucky luckydog luckyone lucy luffy luigi luis luke lumber luna
lunatic lundi lune lunes luscious luther luv luvya luxembourg luxury lydia lynn lyon lyrics mabel macaroni macbook macedonia macgyver machine machines
macho macintosh mackenzie mackie mad madcat maddie madeline madhouse madison madman madmax madness madonna madre madrid mae maerz mafia magdalena
magenta maggie magic magical magician magicman magnet magnetic magnificent magnolia magnum mahalo mailcreated mailman maine mainstreet maison majestic
major malaysia malcolm malibu mallard mallorca mama maman mamapapa mamas mamita mamma mammoth man management manager manchester manchesterunited
mancity mandarin mandrake manga mango mangos manhattan maniac manifest manila mankind manson mantra manuel manuela manufacturer manufacturing
manunited manutd maple mapleleafs mara maradona marathon marble marbles marc marcel march marcia marco marcus mardi mare margaret margarita
margaritaville margie maria mariachi mariah mariam mariana marie marijuana marilynmanson marina marine mariner mariners marines mario marion mariposa
marisol marissa marjorie mark market marketing marlboro marlene marley marlin marlins marlon marmalade maroc marriage married marryme mars marseille
marshall martes martha martial martian martin martina martinez martini marvel marvelous marvin mary maryann maryjane maryland marzo mascot maserati
mason massacre massimiliano massive master masterbating mastercard masterchief masterkey mastermind masterp masters masturbation matador match mate
mateo material math mathematical mathematics mathew matrix matt matter matthew maurice maus mausi maverick mavericks max maximo maximum maximus
maxwell may maya maybe mayday mayflower mayhem mayo maytag mazda mccartney mcdonald mcdonalds me1 meadow meatball meatballs meatloaf mechanic medellin
media medical medicine medieval meditation mediterranean medusa meeting mega megadeth megaman megan megatron meghan melanie melbourne melinda melissa
mellow melody melon member meme memorial memories memory memphis men mental mentor meow mercedes mercedesbenz merchant mercredi mercury mercy meredith
merhaba merlin mermaid merry merrychristmas message messenger messi messiah metal metalhead metallic metallica meteor method metro metroid metropolis
metropolitan mets meuamor mewtwo mexicano mexico meyer mia miami miamiheat miamor micah michael michaela michaeljackson michaeljordan michel michele
michelle michigan mickey mickeymouse micorazon microbiology microlab microphone microsoft microwave midnight midway miercoles mighty mightymouse
miguel mikael mikaela mike mikey mila milan milano mildred miles miley mileycyrus military milk milkman milkshake milkyway millennium miller million
millionaire millwall milo mima mimosa mind mindset mindy minecraft mini minicooper minime minimum minister ministry minnesota minnie minniemouse
minnow minotaur minstrel miracle mirage miranda miriam mirror mischief misery misfit misfits missile missing mission mississippi missouri misspiggy
missy mistake mister mistletoe mistress misty mitch mitchell mitsubishi mitten mittens mittwoch mivida mnemonic mobile mobster model modem moderator
moderators modern mohamed mohammed mohawk moises molecule mollie molly mom moments mommy monamour monarch monday money moneymaker moneyman mongodb
mongoose mongrel monica monika monique monitor monk monkey monkeyboy monkeyman monkeys monopoly monroe monsoon monster monsters montag montana
montecarlo monterrey montreal monument moocow moogle moon moonbeam mooney moonlight moonman moonshine moonstone moore moose mooses mordor moreau
morgan morning morocco moron morpheus morphine morris morrison mortal mortalkombat mortgage moscow moses moskva mosquito motdepasse mother
motherfucker motion motivation motocross motor motorbike motorcycle motorhead motorola mountain mountains mouse movie movies moving mozart muenchen
muffin muhammad mulan mulder mule mulligan multimedia multiplication mum mumbai munchkin muneca munich muppet muppets murder murphy muscle muscles
muse museum mushroom mushroomhead mushrooms music musica musician musicman mustafa mustang mustangs mustard mutant mutter mutual mybaby mylife mylove
myname mynameis mypassword myself myspace mysql mystery mystic mystical mythology nacho nachos nada nadal nadia nadie nairobi nakamura naked namaste
nana nancy naomi napoli narnia naruto nas nascar nashville nasty natalia natalie nataly natasha nathan nathaniel natural nature naughty nautica
navigator navy navyseal nebraska necklace necronomicon needforspeed needle negative neighbor neighborhood neil nelson nemesis nemo neo neon nepal
nephew neptune nerd nerdy nero netflix netherlands network networks neumann neun neuroscience neutron nevada never neveragain neverland nevermind
newcastle newjersey newlife newman neworleans newpassword newproject news newsletter newspaper newstart newton newworld newyear newyears newyork
newyorkcity newzealand nextel nexus neymar nguyen nicaragua nice nicholas nick nickel nickjonas nickname nicky nicola nicolas nicole nicolette niece
nigel nigeria night nightcrawler nightfall nighthawk nightingale nightmare nightowl nightrider nights nightshade nighttime nightwing nightwish
nihao nike nikeair nikita nikki nikolas nimbus nimrod nina nine niners ninja ninjas nintendo nirvana nissan nitro no1 noah nobody nocturnal noel
noelle noise noisy nokia nomad nomore none nono nonono nonsense nonstop noodle noodles nopassword nora norge norma normal norman north northern
northside northwest norway nostalgia notebook nothing notorious notused novak novelist november novembre noviembre nowak nr1 nsync nuclear nude nueve
nugget nuggets number numberone numero nummer nunca nurse nursing nutmeg nutrition nuts nutter nvidia oakland oakley oasis oatmeal obelisk obiwan
object oblivion observation obsession obsidian occasionally occult occupational ocean oceans ocho october octobre octopus octubre odin odyssey office
officer official offline offspring ohio oilers oiseau okay oklahoma okokok oktober oldman oldpassword oldschool olga olive oliveira oliver olivia
olympia olympic olympics olympique olympus omar omega omg omicron one onedirection onelife onelove onepiece onetwo onetwothree onion online only
onlyme onlyone onlyyou onyx opal open opendebate opendoor opening openmodel openmodels opensesame openup opera operation operator opinion
opportunities opportunity optical optimist optimus optimusprime option oracle orange oranges orca orchard orchestra orchid orchids oregon organisation
organization orgasm original orioles orion orlando orphan osaka oscar osiris oslo otaku otono ottawa outback outdoor outdoors outkast outlaw outlaws
outlook outside outsider overdose overkill overlord owen owl owls oxford oxygen oyster ozzie ozzy p4ssw0rd p4ssword pa55w0rd pa55word pablo pacific
pacifica package packard packer packers pacman paddle paddy padre padres pai paige paintball painter painting pakistan pal palace paladin palestine
palmeiras palmtree pamela panama pancake pancakes panda pandas pandora panic pantera panther panthers panzer paola papa papabear papaya paper
paperclip papers papi papillon papito parade paradise paradox paraguay parallel paramedic paranoia paranoid parasiempre parents paris parissg parker
parking parliament parola parool parrot participant participants participation participatory particularly partner party partytime pass passcode
passenger passion passionate passkey passme passpass passphrase passport passw0rd passw0rd1 passwd password passwords passwort pasta pat patches patel
patience patient patrice patricia patrick patriot patriots patterson patty paul paula paulina pauline pavilion payday payment paypal payroll peace
peaceandlove peaceful peacemaker peach peaches peacock peanut peanutbutter peanuts pearl pearljam pearls pebble pebbles pecker pedro peekaboo peewee
pegasus pele pelican penelope penguin penguins penis pennsylvania penny pennywise pentagon pentagram pentium people pepper peppermint peppers pepsi
pereira perez perfect perfection performance pergola perkins perl perpendicular perrito perro perry persia persian person personal personalities
personality perspective perth peru pete peter peterpan peterson petition petrov petunia peugeot pferd pfqrf pham phantom pharaoh pharmaceutical
pharmacy pheasant phenomenon phil philadelphia philanthropy philip philippines phillies phillip philosopher philosophy phoebe phoenix photo
photographer photography photos photosynthesis physics physiological pianist piano picard picasso pickle pickles pickup picture pictures pierced
pierre pig piggy piglet pigs pikachu pilgrim pilot pimp pimpin pin pinball pincode pineapple pinecone pinetree pingpong pinhead pink pinkfloyd pinkie
pinkpanther pinkpink pinkrose pinky pinnacle pioneer pipeline piper pippin piranha pirate pirates pisces piscis pistol pistons pitbull pittsburgh
pixel pizza pizzahut pizzaman plane planet plastic platform platinum platypus play playa playboy playboys player players playgirl playground playhouse
playmate playstation playstation3 playstation4 playtime please pleasure plumber pluto plymouth pocahontas pocket poetry poison poisson poiuyt
poiuytrewq poka pokemon poker poland polar polarbear polaris police policeman policy polish politician politics polniypizdec polo polopolo polska
pompey ponies pontiac pony pooh poohbear pookie popcorn popeye popo popopo popov popper popular porcupine pork porkchop porn porno porsche portable
portal portland porto portugal poseidon positive possibilities possible postgres postgresql postman potato potter powder powell power powerful
powerhouse powerman powerpuffgirls powerrangers powers prague praha prairie praise praisegod prancer prayer preciosa predator premier premium presario
present presentation preservation president presidential presley prestige presto preston pretty prettygirl pretzel price pride priest primary
primavera prime primus prince princes princesa princesinha princesita princess principal print printemps printer printing priscilla prison prisoner
privacy private privateer privet problem process producer product production productions productivity professional professionals professor profile
profit program programmer programming progress project projects prometheus promise promises prophecy prophet proposal proposals prosper prosperity
protect protection protocol proton prototype proud provider prowler psalm23 psalms psg psv psychic psycho psychological psychologist psychology public
pudding puertorico puma pumas pumpkin punisher punk punker punkin punkrock punksnotdead puppet puppies puppy puppylove purchase purple purplehaze
purplerain pussy pussycat puzzle pyramid python q123456 q1w2e3 q1w2e3r4 qaz123 qazqaz qazwsx qazwsxedc quake qualification quality quantum quarter
quartz quasar quatre quebec queen queenbee queenie queens quentin quest question questionnaire questions quick quicksilver quidditch quiet quiksilver
quinn quito qwe123 qweasd qweasdzxc qweqwe qwer123 qwer1234 qwerasdf qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertz rabbit rabbits race racecar
racer rachael rachel racing racoon radar radiation radical radio radioactive radioactivity radiohead radius rafael rage ragnarok raider raiders
railroad rain rainbow rainbows raindrop raining rainy raistlin rallye ralph rambler rambo ramirez rammstein ramon rampage ramrod rams ranch randall
randy ranger rangers rap rapper raptor raptors raquel rascal rascals raspberry rasputin rasta rastafari rastaman rat ratatouille ratman rats
rattlesnake raul raven ravens rawhide ray rayados rayban raymond razor razorback reading ready reality realmadrid reaper reason rebecca rebel
rebellion rebels rebirth reborn reception recommendation record recovery recruit red redbaron redbird redbone redbull reddevil reddevils reddog
reddragon redeemer redeye redfish redhat redhead redhot redis redlight redline redman redneck redred redrose redrum redskins redsox redstone redwine
redwing redwings redwood reed referendum reflection reflex refresh refrigerator regal regent reggae regina reginald regional register registration
reina relationship relationships relax relaxation release reliable reliance religion rem remember remote renault rene renee renegade representative
reptile republic republica request requirements rescue research reset resident residentevil resistance respect respectively response responsibilities
responsibility restaurant resurrection retired retirement retro return revelation revenge reverend reverse revolution revolutionary revolver
rex reyna reynolds rfnthbyf rfnz rfvtgb rhapsody rhino rhinoceros rhonda rhythm ribbon ricardo ricci rice rich richard richardson richie richter rick
ricky riddle riddler rider ridge rifle righteous rihanna riley ringo riodejaneiro ripper ripple riptide rising rita ritual river rivera riverplate
rivers riverside riviera rjnzhf road roadie roadking roadrunner roads roadster roadtrip robbie robert roberta roberto roberts robin robinson roblox
robocop robot robotech robots rock rockandroll rockband rocker rockers rocket rocketman rockets rockford rockhard rockies rockin rocknroll rockon
rockport rockstar rocky rodeo rodriguez roger rogers rogue roland roller rollercoaster rolling rollingstones rollsroyce rolltide roma roman romance
romania romano romantic rome romeo ronald ronaldinho ronaldo ronnie rookie rooney rooster root rory rosa rose rosebud rosemary roses rosie ross rossi
rotten rotterdam roulette round router rowing roxanne roxy roy royal royals royalty rubber rubberduck rubicon ruby rudeboy ruffles rugby ruler rum
rumble run runaway runescape runner running russell russia russian russo rust rusty ryan saab sabado saber sable sabotage sabrina sacramento sacred
sacrifice sadie sadness safari safe safety sagitario sagittarius sahara saigon sailboat sailfish sailing sailor sailormoon saint saints saiyan sakura
salad salam salamander salasana sales sally salmon salut salvador salvation sam samantha samedi sammie sammy sample samson samstag samsung samuel
samurai sanchez sanctuary sandbox sanders sandiego sandman sandra sandwich sandy sanfrancisco santa santaclaus santiago santos saopaulo sapphire sara
sarah sarasota sardine sasha sasuke satan satellite satisfaction satisfactory saturday saturn saudade sauron sausage savage savannah savior sawyer sax
saxophone scandinavian scania scanner scarecrow scarface scarlet scarlett scenic schaefer schalke schatz schatzi schmetterling schmidt schnapps
schnauzer schneider schnitzel scholarship school schools schooner schroeder schule schulz schwarz schwarzenegger schwester science scientist scooby
scoobydoo scooter scorpio scorpion scorpions scotland scott scottie scotty scout scouts scrabble scrappy scratch scream screamer screen screwdriver
screwyou scribble scruffy scuba scubadiver scully sea seagull seahawks seahorse sean search searching seashell seaside season seattle sebastian sechs
second secret secretagent secretary secreto secrets secure securite security seduction seeker seguridad seinfeld seis selena selenagomez selfish
semiconductor semperfi senator senegal senha seniors sensation sensei sentinel seoul september septembre septiembre sepultura seraph serbia serena
serenity sergeant sergio series serious server servers service services sesame seth seven sevens seventh sevilla sex sexo sexsex sexual sexy sexyboy
sexygirl sexylady sexymama sexything shadow shadows shady shaggy shaker shakespeare shakira shalom shaman shampoo shamrock shane shanghai shannon shaq
shark sharks sharky sharma sharon sharp sharpie shaun shawn shazam sheep sheepdog sheffield sheila shelby shell shelly shelter sheltie shepherd
sheriff sherlock sherlockholmes sherman sherry sherwood shibby shield shine shinigami shiny ship shirley shit shitface shithead shitty shiva shock
shocker shoes shogun shooter shooting shopping short shotgun shoulder show showboat shower showme showtime shrek shrimp shuttle sicherheit sicilia
sidekick sidewinder sidney sieben siemens siempre sierra siete sifre sigma signal signature significance signin signup silence silencer silent silicon
silky silly silva silver silverado silverfox silvia simba simmons simon simone simple simplicity simpson simpsons simultaneously sinbad singapore
singer singh singing single singleton sinister sinner siren sister sisters sith six sixers sixpack skate skateboard skateboarding skater skeeter
skeleton skidoo skier skiing skill skillet skinhead skinner skinny skipper skippy skittles skull skulls skunk sky skydive skydiver skyfall skylark
skyler skyline skynet skywalker slacker slapshot slave slayer sleep sleeping sleepingbeauty sleepless sleepy slick slicker slider slim slimjim
slimshady slinky slipknot slippery slovakia slovenia slow slut slytherin smackdown small smallville smart smartass smile smiles smiley smiling
smirnoff smirnov smith smiths smitty smoke smoker smokey smokin smoking smooth smoothie smudge smurf smurfs snake snakes snapchat snapper snapple
snatch sneakers sneaky snicker snickers sniper snooker snoopdog snoopdogg snoopy snooze snow snowball snowbird snowboard snowboarding snowflake
snowman snowwhite snowy snuggles soccer soccergirl socrates soda soeur sofia softball software sojdlg123aljg sol solaris soldier soldiers sole soleil
solitaire solitude solomon solution somalia somebody someone something sommer son song songs sonic sonne sonnenschein sonntag sonofabitch sony
sonyericsson sooners sophia sophie sophisticated soprano sopranos sorella sorrow sorry soul soulfly soulmate sound soundgarden soup source sousa
southafrica southern southpark southpaw southside souvenir space spaceman spaceship spaghetti spain spanish spanker spanky spark sparkle sparkles
sparks sparky sparrow sparta spartacus spartan spartans spawn speaker spears special specialist specification spectacular spectrum speed speedo
speedway speedy spencer sphinx spice spicegirls spicy spider spiderman spiders spidey spike spirit spiritual spitfire splash spock spongebob spooky
sport sporting sports sportsman spotify spring springer springfield sprint sprinter sprite spunky spurs squadron square squash squid squirrel squirt
squirtle srilanka stacey stacy stallion standard standby stanford stanley staples star starbuck starbucks starcraft stardust starfire starfish
stargate stargazer stark starlight stars starship starstar start startrek startup starwars state statement statements station statistics statue steak
stealth steel steeler steelers stella stellina stephanie stephen steve steven stewart stewie stiletto stinger stingray stinker stinky stockholm stocks
stockton stone stonecold stoner stones stop stopit storage storm stormtrooper stormy story straight stranger strangers strat strategy stratocaster
stratus strawberries strawberry stream street streets strength strengthening stretch strike striker stripper strong stronger structure stuart student
students studio studmuffin study stuff stunner stupid sturgeon stuttgart style stylus subaru sublime submarine subscription subway success successful
successfully sucker suckers suckit suckme sudo sue sugar sugarbaby suicide suitcase sum41 summer summertime summit sun sundance sunday sunflower
sunlight sunny sunnyday sunrise suns sunset sunshine super superbowl superfly supergirl superhero superintendent
superior superman supermario supernatural supernova superpower supersonic superstar superuser supervisor support supreme sure surf surfer surfing
surgery surprise surrender surveillance survival survivor susan susana sushi sustainability suzanne suzuki sverige swallow swan swans sweden sweet
sweetheart sweetie sweetness sweetpea sweets sweety swim swimmer swimming swinger swiss switch switzerland sword swordfish swords sydney sylvester
sylvia symbol sympathy symphony syndrome syracuse syria sysadmin system systemofadown systems syzygy taco tacobell tacos tactical tails taipei taiwan
talent talisman talk talking tall tamara tamarind tammy tanaka tango tank tanker tanks tanya tanzania tara tarantula targaryen target tarheel tarheels
tarzan tastatur tatiana taurus taylor taylorswift taz tazman tazmania tazzman tea teacher teachers teal team teamo teamomucho teamwork tease teatime
tech technical technics techno technological technology teddy teddybear teenager tehran tekken telecom telecommunications telefon telefono telegram
telephone teletubbies television temp temperature temple temporary temptation ten tenerife tennessee tennis tequiero tequieromucho tequila teresa
terminal terminator terrance terrapin terrible terrier terror terry tess test testament tester testing testpass tests testtest tetris tetsuo teufel
texans texas texasranger textbook thailand thankgod thanks thanksgiving thankyou thebeast thebeatles thebest theboss thebosses thecakeisalie thecat
thecrow thecure thedog thedoors thedude theend theforce thegame thegreat thehulk theking theman themaster theodore theone thepassword therapy theresa
therock thesims theta thething thetruth thief thing things think thinker thinking third thirteen thistle thomas thompson thor thoughts thousand three
threesome thriller throne thug thuglife thugs thumper thunder thunderball thunderbird thunderbolt thundercat thundercats thursday tiamo ticket tickle
ticktock tiffany tiger tigercat tigers tigerwoods tigger tight tigre tigres tijuana tiktok tim timber timberland time timeless timeout timex timmy
timothy tina tinker tinkerbell tinman tintin tiny titan titanic titanium titans titleist tits titties tktyf toad toast toaster tobacco today todd todo
toffee together toilet tokyo tom tomahawk tomato tombstone tomcat tommy tomorrow toni tonight tony tonymontana toocool tool toolbox toonarmy toor
tootsie topaz topcat topdog topgun topher topsecret torch torino tornado toro toronto torpedo torres tortoise toshiba total totoro tottenham touch
touchdown toughguy toujours toulouse tourist tower town townsend toxic toyota toystory tracey track tracker tractor tracy trade trademark trader
trading tradition traffic trail trailblazer trailer train trainer training trains trainspotting traitor tran trance transam transcendental transfer
transformation transformations transformer transformers transit transmission transparency transport transportation trapper trash travail travel
traveler traveller travis treasure treasures treefrog trees trekker tres trespass trevor trex triangle tribal tribe tricia trident trigger trinidad
trinity triple tripper trisha tristan triton triumph trois trojan trojans trombone trooper tropical trouble troubles troubleshooting trout troy truck
trucker trucking trucks trueblue truelove trueman truffle trumpet trust trustme trustno1 trustno2 trustnoone trustworthy truth tsunami tucker tucson
tuesday tulip tulips tuna tundra tunisia tunnel tupac turbo turkey turkiye turner turnip turquoise turtle turtles tuxedo tweety tweetybird twelve
twilight twinkie twinkle twins twisted twister twitter two tycoon tyler typewriter typhoon tyrone ubuntu uganda ukraine ultima ultimate ultra ultraman
umbrella unbelievable unbreakable uncle unconditional unconditionally undead undefined undercover underdog undergound undergraduate underground
understanding undertaker underwater underworld unemployment unforgettable unforgiven unicorn unicorns uniform union unique united unitedstates unity
universal universe universidad universitario universities university unknown unlimited uno unpredictable unreal untitled uptown uranus urban urlaub
ursula uruguay usa user username users usuario utah utilisateur utopia vacances vacation vader valedictorian valencia valentina valentine valeria
valerie valhalla valkyrie valley vampire vampires vancouver vanessa vanguard vanilla vantage variable vasco vater vatican vector vegas vegeta
vegetable vegetarian vegetto velocity velvet vendetta vendredi venezia venezuela vengeance venice venom venus vera verano verbatim verizon vermont
veronica vertical vertigo veteran veterinarian vfhbyf vfrcbv vfvfgfgf viagra vicki vicky victor victoria victory video videogames vienna vier viernes
vietnam view viewsonic viking vikings villa village villain vincent vintage viola violence violet violeta violets violin viper vipers virgencita
virgin virginia virtual virtue virus visa vision visions visitor vista vivaldi vivian vladimir vodka vogel voice voiture volcano volcom voldemort
volkswagen volleyball voltage volume volunteer volvo voodoo vortex voyager vulcan vulnerability vulture wachtwoord waffle waffles wagner wald wales
walker walkingdead wallace wallpaper walmart walnut walrus waltdisney walter wanda wanderer wang wannabe wanted war warcraft ward wareagle warehouse
warfare warhammer warlock warlord warning warren warrior warriors warsaw warszawa washer washington wasp wasser wasted watanabe watcher water
waterfall waterloo watermelon watermelons waterpolo watson wave waves wayne wealth weapon weather weaver weber webmaster website websolutions wedding
wednesday weed weekend weezer weezy weihnachtsbaum weirdo welcome welcomes welkom wellington wendy werder werewolf werner wesley western westham
westlife westside westwood wetpussy whale whales what whatever whatnot whatsapp whatsup whatthefuck whatthehell wheeler wheels when where whiskers
whiskey whisper whistle whistler white whiteboy whitehouse whiteout whitesox whitetiger whitewolf whitney who whoami whoareyou whoisyourdaddy whore
whosyourdaddy why whynot wicked widget wien wife wifey wifi wilbur wild wildcat wildcats wildchild wilderness wildfire wildflower wildlife wildman
wildone wildrose wildwood wilfred will william williams willie willkommen willow willpower wilma wilson windmill window windows windsor windsurf windy
wine wingman wings winner winners winnie winniethepooh winning winnipeg winston winter winterfell winters winxp wireless wisconsin wisdom wise
wishbone wisher wishes witch within without wizard wizards wolf wolfgang wolfman wolfpack wolverine wolverines wolves woman wombat women wonder
wonderboy wonderful wonderland wonderwoman wood woodland woodpecker woods woodside woodstock woodwork woody woofer woofwoof wordpass wordup work
worker workhorse working workout workstation world worldcup worldofwarcraft worldwide worm wormhole worship wrangler wrestle wrestler wrestling wright
wrinkles writer writing wrong wsxedc wtf wutang wutangclan wyoming xanadu xander xavier xbox xerxes xfiles xmas xmen xsw2 xxxx xxxxxx xylophone
yachting yahoo yamaha yamamoto yang yankee yankees yasmin yellow yellowstone yellowsubmarine yes yesno yesterday yesyes yfcnz yfnfif yfnfkb yoda
yolanda yomama yorkshire yosemite you young youngblood yourmama yourmom yourpassword yourself youtube yoyo yoyoyo yugioh yummy yusuf yvette yvonne
zach zachary zack zagreb zainab zaphod zaq1 zaq12wsx zaqxsw zdravstvuyte zebra zebras zehn zelda zenith zephyr zeppelin zero zeros zeta zeus zhang
zhao zhou zidane ziggy zigzag zimbabwe zimmermann zipper zlerf zodiac zoe zoey zombie zombies zoomer zulu zurich zwei zxc123 zxcasd zxcv zxcvb zxcvbn
zxcvbnm zxczxc zzzz zzzzzz
`
    .trim()
    .split(/\s+/u),
);
