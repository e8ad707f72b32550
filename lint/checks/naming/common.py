"""Names that many people bear, and other capitalised words that are nobody's misspelling.

A common name that resembles a listed one is more likely somebody else's than a slip, so it
takes more to report it. The lists are our own, from general knowledge; each word is folded
(no capitals, no accents). They hold what English-language news meets often, with the
pairs that differ by a letter (Johnson and Johnston, Steven and Stephen) on purpose.
"""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abbie abby abdallah abdel abdelaziz abdou abdul abdulaziz abdullah abdulrahman abigail
    abraham abu adam adele adnan adrian adriana agnes ahmad ahmed ahmet aidan aiden aimee akbar alan
    alana alastair albert alberto alec aled alejandro aleksander aleksandr aleksei aleksey
    alessandro alex alexa alexander alexandr alexandra alexandre alexei alexey alexis alfie alfred
    ali alice alicia alison alistair allan allen allison ally amanda amber amelia amelie amin amina
    amir amit amy ana anastasia anatoly andre andrea andreas andrei andres andrew andrey andy angel
    angela angelina angus anita ann anna annabel anne annette annie anthony antoine anton antonia
    antonio anwar archie ariana arif arjun arkady arnold artem arthur artyom asad ashley asif asim
    aslam astrid audrey austin ava ayesha ayman aziz babar barbara barney barry bashir beatrice
    becky belinda ben benedict benjamin bernard bernie beth bethany betty beverley bilal bill billie
    billy bob bobby bonnie boris brad bradley brandon brenda brendan brian bridget bruce bruno bryan
    bryce bryn caitlin callum calvin cameron camilla cara carl carla carlo carlos carmen carol
    carole caroline carolyn carrie casey cassie catherine cathy cecilia charles charlie charlotte
    chelsea cheryl chloe chris christian christina christine christopher ciara claire clara clare
    clark claude claudia cliff clifford clive colin colleen collin connor conor constance corey
    craig cristiano cristina crystal curtis cynthia daisy dale damian damien damon dan dana daniel
    daniela danielle danny daphne darren darryl dave david davis dawn dean debbie deborah debra
    declan delia denis denise dennis denys derek dermot desmond diana diane diego dimitri dmitri
    dmitry dmytro dominic dominique don donald donna dora doris dorothy doug douglas duncan dustin
    dylan eamon earl eddie eden edgar edith edmund eduardo edward edwin ehsan eileen elaine eleanor
    elena eleni eli elias elijah elisa elisabeth elise eliza elizabeth ella ellen ellie elliot
    elliott elsa emil emile emilia emily emma enrique eric erica erik erika erin ernest ernesto esme
    esther ethan eugene eva evan eve evelyn evgeni evgeny ewan faisal faisel faith farah farhan
    farooq fatima fawad fayez federico felicity felix fernando finlay finn fiona florence floyd
    fouad frances francesca francesco francis francisco franck frank frankie franz fred freddie
    frederick freya fyodor gabriel gabriela gabriella gabrielle galina gareth garry gary gavin gemma
    gene gennady geoff geoffrey george georgia georgina gerald gerard gerry gilbert giles gill
    gillian gina ginny giorgio giovanni giulia giuseppe glen glenn gloria gordon grace graeme graham
    grant greg gregor gregory greta grigory guillaume gustav guy gwen gwyneth hadi hafiz hamad hamed
    hamid hamish hamza hannah harold haroon harriet harris harry harvey hasan hashim hassan hayden
    hayley hazel heather hector heidi helen helena helene henri henrik henry herbert hilary hillary
    holly hong hope hossein howard hugh hugo hui humphrey husain hussain hussein hyun ian ibrahim
    ida igor ijaz imad imam imogen imran ines ingrid iqbal irene irfan irina iris isaac isabel
    isabella isabelle ishaq isla ismail ivan ivor jack jackie jackson jacob jacques jade jae jaffar
    jaime jake jalal jamal james jamie jamil jan jana jane janet janice jared jasmin jasmine jason
    jasper javed javid javier jay jayne jean jeanette jeff jeffrey jemima jen jenifer jenna jennie
    jennifer jenny jeremy jerome jerry jess jesse jessica jessie jian jill jim jimmy jing jo joan
    joanna joanne jodie joe joel joey johan johann johanna john johnny jolyon jon jonas jonathan
    jordan jorge jose josef joseph josephine josh joshua joy joyce juan jude judith judy julia
    julian juliana julie juliet julio julius jun junaid june justin justine kai kamal kamran karen
    karim karin karl karla kashif kate katherine kathleen kathryn kathy katie katrina katy kay kayla
    keiran keith kelly kelvin ken kenneth kenny kerry kevin khaled khalid khalil khurram kieran kim
    kimberley kimberly kirsten kirsty konstantin kris kristen kristin kristina kurt kyle lance lara
    larisa larry laura lauren laurence laurent lawrence leah leanne lee lei leila len lena leo leon
    leonard leonardo leonid leroy lesley leslie lewis lex liam lily linda lindsay lindsey lionel
    lisa liz lloyd logan lois lola lorenzo loretta lorna lorraine louis louisa louise luca lucas
    lucia lucien lucy luigi luis luisa luke lydia lyn lynn lynne lyudmila mabel mackenzie maddie
    madeleine maggie mahdi mahmood mahmoud mahmud majid maksim maksym malcolm mandy mansoor manuel
    marc marcel marcia marco marcos marcus margaret maria marian marianne marie marina mario marion
    marius marjorie mark markus marlene marlon marta martha martin martina marty marvin mary mason
    masood massoud masud mateo mathew mathias matilda matt matteo matthew matthias maud maureen
    maurice mauricio max maxim maxime maxine may maya megan mehdi mehmet mel melanie melissa
    mercedes meredith merlin mia michael michaela michel michele michelle mick miguel mikael mike
    mikhail mila miles millie milly milo min ming miranda miriam mitchell mo mohamad mohamed
    mohammad mohammadi mohammed mohsen mohsin molly mona monica morgan moses moustafa mubarak
    muhammad muhammed munir murray mustafa mykhailo mykola myra nadeem nadezhda nadia nadine nadir
    naeem nancy naomi naseem nasir nasser natalia natalie natalya natasha nathan nathaniel naveed
    nawaz nazir neil nelson niall nicholas nick nicky nicola nicolas nicole nigel nikita nikki
    nikolai nina noah noel nora norma norman olaf oleg oleh oleksandr oleksiy olena olga oliver
    olivia olivier omar osama oscar otto owen pablo paddy pam pamela paola paolo patricia patrick
    patrik paul paula paulina pauline paulo pavel pedro peggy penelope penny percy perry pete peter
    petra petro phil philip philippa philippe phillip phoebe phyllis pierre piers pippa polly
    priscilla priya pyotr qasim rachael rachel rafael rafiq raheem rahim ralph ramon randy raphael
    raquel rasheed rashid raul ray raymond raza rebecca reece reg regina reginald rene reuben rex
    reza rhiannon rhys riaz ricardo richard richie rick ricky rita rizwan rob robbie robert roberta
    roberto robin robyn rod roddy roderick rodney rodrigo roger roland rolf roman ron ronald ronan
    ronnie rory rosa rosalind rosamund rose rosemary rosie ross rowan roxanne roy ruben ruby rufus
    rupert ruslan russell ruth ryan saad sabrina sadie saeed sajid salah saleem saleh salim sally
    salma salman sam samantha sami samir sammy samuel sandra sandy sanjay sara sarah sarfraz sasha
    saul scarlett scott sean sebastian selena selina semyon serena serge sergei sergey sergio serhiy
    seth shahbaz shahid shakeel shane shannon sharif sharon shaun shawn shehbaz sheikh sheila
    shelley sheryl shirley shoaib sian sidney silvia silvio simon simone siobhan sofia sohail sonia
    sophia sophie spencer stacey stacy stan stanislav stanley stefan stefanie stefano stella stephan
    stephanie stephen steve steven stewart stuart sue suleiman sultan sung sunil susan susanna susie
    suzanne suzie svetlana sybil sydney sylvia tahir talal talha tamara tamsin tania tanya tara
    taras tareq tariq tatiana tatyana ted terence teresa teri terri terry tess tessa thea thelma
    theo theodore theresa therese thomas tiffany tim timothy tina tobias toby todd tom tomas tommy
    toni tony tracey tracy travis trevor tricia trinity tristan trudy tyler umar una ursula usama
    usman vadim valentin valentina valerie valery vanessa vasily vera vernon veronica vicky victor
    victoria vijay viktor viktoria vincent viola violet virginia vitali vitaly vivian vivien
    vivienne vladimir vladislav volodymyr vyacheslav wade waheed walid walter wanda waqar warren
    waseem wasim wayne wei wendy wesley wilfred will willem william willie wilma winifred winston
    xavier xiao yahya yan yana yaroslav yasir yasmin yasser yekaterina yelena yevgeny yolanda younis
    younus yousef youssef yousuf yulia yunus yuri yuriy yury yusuf yves yvette yvonne zach zachary
    zack zaheer zahid zahir zain zara zhanna zoe zubair
    """.split()
)

SURNAMES = frozenset(
    """
    abbott abrams adams adamson addison ahmed ainsworth aitken akhtar alexander ali allan allen
    allison alvarez andersen anderson andersson andrews anthony appleby archer armitage armstrong
    arnold ashton atkins atkinson austin avery bailey baines baird baker baldwin ball ballard banks
    barber barclay barker barlow barnes barnett baron barr barratt barrett barron barry bartlett
    barton bass bates batten baxter bayley beattie beck becker bell bennet bennett benson bentley
    berger bernard berry best bevan bird bishop black blackburn blackman blackwell blair blake bloom
    bolton bond booth bowden bowen bowers bowman boyd boyle bradford bradley bradshaw brady brandon
    brandt bray brennan brett brewer bridges briggs bright brooke brookes brooks brown browne
    browning bruce brunton bryan bryant buchanan buck buckley burgess burke burnett burns burrows
    burton butcher butler byrne cain cairns calder caldwell callaghan callahan callaway cameron
    campbell cannon cantor carey carlson carlton carmichael carney carpenter carr carroll carson
    carter cartwright carver casey castle castro chambers chan chandler chang chaplin chapman
    charles charlton chase chavez chen cheng child childs choi chow christensen christian christie
    chung church clark clarke clarkson clayton clegg clements cleveland clifford clinton coates
    cochrane cohen cole coleman coles collier collins collinson colman compton connell connelly
    conner connolly connor connors conrad conway cook cooke cooper corbett costa costello cowan
    cowell cox coyle craig crane crawford croft cross crossley crowe crowley cruz cullen cummings
    cummins cunningham curran currie curry curtis dale dalton daly daniel daniels davenport davey
    davidson davies davis davison dawson day dean delaney dempsey dennis denton devlin diaz
    dickinson dickson dillon dixon dobson docherty dodd doherty dolan donaldson donnelly donovan
    douglas dowling downs doyle drake drew driscoll drummond duffy duncan dunlop dunn dunne durham
    dwyer dyer dyson eaton edmonds edmondson edward edwards egan eldridge elliot elliott ellis
    ellison emerson engel english erickson eriksen eriksson espinosa evans everett fairbanks farmer
    farrell farrow faulkner fearon ferguson fernandes fernandez ferrari ferreira field fields finch
    finlay finley finn fischer fisher fitzgerald fitzpatrick flanagan fleming fletcher flores flynn
    foley forbes ford foreman forrest forster foster fowler fox francis franklin franks fraser
    frazer frazier freeman french friedman frost fry fuller gallacher gallagher garcia gardiner
    gardner garner garrett garrison gates george gibbons gibbs gibson gilbert giles gill gillespie
    glover goddard gomes gomez gonzales gonzalez goodman goodwin gordon gorman gough gould graham
    grant graves gray grayson green greenberg greene greenwood gregory grey grier griffin griffith
    griffiths gross gunn gupta guzman hale haley hall hamilton hammond hampton hancock hanna hansen
    hanson harding hardy harper harries harrington harris harrison harrisson hart hartley harvey
    hassan hastings hawkins hawley hayden hayes haynes hayward heath hebert henderson hendricks
    henley henry henson herbert hernandez herring hewitt hickey hicks higgins hill hilton hines
    hobbs hodge hodges hodgson hoffman hoffmann hogan holden holland holloway holm holmes holt
    hooper hope hopkins hopper horn horton houghton houston howard howarth howe howell howells
    hubbard hudson huff huges hughes hull humphrey humphreys humphries hunt hunter hurley hurst
    hussain hussein hutchins hutchinson hutchison hyde ibrahim ingram iqbal irvine irving irwin
    jackson jacobs jacobsen jacobson james jameson jamieson janssen jarvis jefferson jeffries
    jenkins jennings jensen jimenez johansen johanson johansson john johns johnson johnston
    johnstone jonas jones jonson jordan joseph joyce kane kaplan katz kaufman kaur kay keane kearney
    keating keegan keith keller kelley kellogg kelly kemp kendall kennedy kenny kent kerr khan kidd
    king kirby kirk klein knight knowles knox koch kowalski kramer krause kruger kumar lacey laing
    lamb lambert lancaster lane lang langdon langley larkin larsen larson larsson law lawler lawless
    lawrence lawson leach leary lee leigh leonard leslie lester levin levine levy lewis lim lin
    lincoln lindsay lindsey little livingston livingstone lloyd lock locke lockwood logan long lopes
    lopez love lowe lucas lund lynch lynn lyons mac macdonald mackay mackenzie mackie maclean
    macleod macmillan madden maguire mahmood mahoney malik malone maloney mann manning mansfield
    marcus marks marriott marsden marsh marshall martin martinez martins mason massey mather mathews
    mathieson matthew matthews maxwell may mayer mayor mcallister mcarthur mcbride mccabe mccain
    mccall mccann mccarthy mccartney mcclure mcconnell mccormack mccormick mccoy mccullough
    mcdermott mcdonald mcdonnell mcdowell mcewan mcfadden mcfarland mcgee mcgill mcginley mcginty
    mcgowan mcgrath mcgraw mcgregor mcguinness mcguire mcintosh mcintyre mckay mckee mckenna
    mckenzie mckinley mckinney mcknight mclaughlin mclean mcleod mcmahon mcmanus mcmillan mcmullen
    mcnally mcnamara mcneil mcneill mcpherson mcqueen meade mehta mendes mendez mendoza mercer
    merrill metcalfe meyer meyers michael michaels middleton miles millar miller mills milne miranda
    mitchell moffat moffatt mohamed mohammed molina monaghan monk monroe montgomery moody moon
    mooney moore morales moran moreno morgan moriarty morley morris morrison morrow morton moses
    moss mueller muir mullen muller mulligan mullins munoz munro murdoch murphy murray musk myers
    nash naylor neal neil neill nelson newell newman newton nguyen nichol nicholas nicholls nichols
    nicholson nielsen nixon noble nolan norman norris north norton novak nunez oakley obrien
    oconnell oconnor odonnell ogden ohara oleary oliveira oliver olsen olson oneil oneill orourke
    ortiz osborn osborne osbourne osullivan otoole owen owens page palmer park parker parkes parkin
    parkinson parks parrish parry parsons patel paterson patrick patterson pattison paul payne
    peacock pearce pearson peck pena penn pennington pereira perez perkins perry peters petersen
    peterson petersson pettersson phelps philip philips phillip phillips pickering pierce pike piper
    pittman plant platt pollard pollock poole pope porter potter potts powell power powers pratt
    preston price prince pritchard proctor pugh quinn rahman ramirez ramos ramsay ramsey randall
    rankin rawlings ray raymond read reed rees reese reeve reeves reid reilly reyes reynold reynolds
    rhodes ricci rice rich richard richards richardson richmond richter riddell rigby riley ritchie
    rivera robbins robert roberts robertson robins robinson robson roche rodgers rodrigues rodriguez
    rogers rojas roman romero rooney rose rosen rosenberg ross rossi roth rowe rowland rowley roy
    rubin ruiz russel russell russo rutherford ryan salazar salmon sampson samson samuel samuels
    sanchez sanders sanderson sandoval santiago santos saunders savage sawyer saxton schaefer
    schafer schmid schmidt schmitt schneider schofield schroeder schultz schulz schumacher schwartz
    schwarz scott seymour shah shannon shapiro sharma sharp sharpe shaw shea shelton shepard
    shepherd sheppard sheridan sherman shields short silva silver simmons simms simon simons simpson
    sims sinclair singh slater sloan small smart smith smyth smythe snow solomon somerville sommer
    sorensen soto southgate sparks spears spencer spicer squire stafford stanford stanley stanton
    stark steele stein steiner stephen stephens stephenson sterling stern steven stevens stevenson
    steward stewart stirling stokes stone storey strauss street strong stuart suarez sullivan
    summers sutherland sutton swan swann swanson sweeney swift sykes sylvester talbot tanner tate
    tayler taylor tennant terry thatcher thomas thompson thomsen thomson thorne thornton thorpe
    tierney timmins tobin todd tomlinson torres townsend tracey tracy travers travis tucker tully
    turnbull turner tyler tyson underwood valdez valentine vance vargas vasquez vaughan vaughn
    vazquez vega vincent vogel wade wagner walker wall wallace waller wallis walsh walter walters
    walton wang ward ware waring warner warren washington waters watkins watson watt watts weaver
    webb webber weber webster weeks weir weiss welch wells welsh werner west weston wheatley wheeler
    whelan white whitehead whitehouse whitfield whiting whitney whittaker whittle whyte wiggins
    wilcox wilde wilder wiley wilkes wilkie wilkins wilkinson williams williamson willis wills
    wilson winston winter winters wise wolf wolfe wolff wong wood woodhouse woods woodward wooten
    wright wyatt wylie yang yates york young zhang zimmerman
    """.split()
)

# Capitalised words that stand beside names and near them, and are none.
WORDS = frozenset(
    """
    abbey agency airport american americans april assembly association attorney august authority
    avenue bank bridge british buddhist capital capitol captain castle cathedral catholic catholics
    central chamber championship championships chancellor chinese christ christian christians
    christmas church city college colonel colony commander commission committee company congress
    conservative conservatives constitution corporation council county court courts cup december
    defence defense democrat democratic democrats department district division dutch easter eastern
    education empire english european europeans february federal federation final foundation french
    friday fund general generally german germans government governor group guardian health hindu
    hospital institute international internet irish islam islamic islamist islamists island islands
    italian january jewish july june justice kingdom labour lake league liberal liberals lieutenant
    mail major march market markets medal minister ministry modelling monday mountain mountains
    muslim muslims national news northern november ocean october office olympian olympians olympic
    olympics palace paralympics parliament party police polish post premiership presidency president
    protestant province public ramadan region republic republican republicans revolution river road
    royal russian saturday school scottish secretary senate september service social southern
    spanish square stadium state states station street sunday supreme television thursday times
    tories tory tower treasury trust tuesday union united university valley village website
    wednesday welsh western world
    """.split()
)

BORNE = GIVEN | SURNAMES
