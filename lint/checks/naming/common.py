"""Names that many people bear, and other capitalised words that are nobody's misspelling.

A common name that resembles a listed one is more likely somebody else's than a slip, so it
takes more to report it. The lists are our own, from general knowledge; each word is folded
(no capitals, no accents). They hold what English-language news meets often, with the
pairs that differ by a letter (Johnson and Johnston, Steven and Stephen) on purpose.
"""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abbie abby abdul abdullah abigail abraham adam adele adrian adriana agnes ahmad ahmed aidan
    aiden aimee alan alana alastair albert alberto alec aled alejandro alessandro alex alexa
    alexander alexandra alexandre alexei alexis alfie alfred ali alice alicia alison alistair
    allan allen allison ally amanda amber amelia amelie amir amit amy ana anastasia andre andrea
    andreas andrei andres andrew andrey andy angel angela angelina angus anita ann anna annabel
    anne annette annie anthony antoine anton antonia antonio archie ariana arjun arnold arthur asad
    ashley astrid audrey austin ava ayesha barbara barney barry beatrice becky belinda ben
    benedict benjamin bernard bernie beth bethany betty beverley bill billie billy bob bobby bonnie
    brad bradley brandon brenda brendan brian bridget bruce bruno bryan bryce bryn caitlin calvin
    callum cameron camilla cara carl carla carlo carlos carmen carol carole caroline carolyn
    carrie casey cassie catherine cathy cecilia charles charlie charlotte chelsea cheryl chloe
    chris christian christina christine christopher ciara claire clara clare clark claude claudia
    cliff clifford clive colin colleen collin connor conor constance corey craig cristiano cristina
    crystal curtis cynthia daisy dale damian damien damon dan dana daniel daniela danielle danny
    daphne darren darryl dave david davis dawn dean debbie deborah debra declan delia denis denise
    dennis derek dermot desmond diana diane diego dimitri dmitri dmitry dominic dominique don donald
    donna dora doris dorothy doug douglas duncan dustin dylan eamon earl eddie eden edgar edith
    edmund eduardo edward edwin eileen elaine eleanor elena eleni eli elias elijah elisa
    elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elsa emil emile emilia emily
    emma enrique eric erica erik erika erin ernest ernesto esme esther ethan eugene eva eve evelyn evan
    ewan faith farah fatima federico felicity felix fernando finn finlay fiona florence
    floyd frances francesca francesco francis francisco franck frank frankie franz fred freddie
    frederick freya gabriel gabriela gabriella gabrielle gareth garry gary gavin gemma gene geoff
    geoffrey george georgia georgina gerald gerard gerry gilbert giles gill gillian gina ginny
    giorgio giovanni giulia giuseppe glen glenn gloria gordon grace graeme graham grant greg gregor
    gregory greta guillaume gustav guy gwen gwyneth hamish hamza hannah harold harriet harris harry
    harvey hassan hayden hayley hazel heather hector heidi helen helena helene henri henrik henry
    herbert hilary hillary holly hope howard hugh hugo humphrey hussein ian ibrahim ida imogen imran
    ines ingrid irene iris isaac isabel isabella isabelle isla ismail ivan ivor jack jackie jackson
    jacob jacques jade jaime jake jamal james jamie jan jana jane janet janice jared jasmin jasmine
    jason jasper javier jay jayne jean jeanette jeff jeffrey jemima jen jenifer jenna jennie
    jennifer jenny jeremy jerome jerry jess jesse jessica jessie jill jim jimmy jo joan joanna
    joanne jodie joe joel joey johan johann johanna john johnny jolyon jon jonas jonathan jordan
    jorge jose josef joseph josephine josh joshua joy joyce juan jude judith judy julia julian
    juliana julie juliet julio julius june justin justine kai kamal karen karim karin karl karla
    kate katherine kathleen kathryn kathy katie katrina katy kay kayla keiran keith kelly kelvin ken
    kenneth kenny kerry kevin khalid kieran kim kimberley kimberly kirsten kirsty kris kristen
    kristin kristina kurt kyle lance lara larry laura lauren laurence laurent lawrence leah leanne
    lee leila len lena leo leon leonard leonardo leroy lesley leslie lewis lex liam lily linda
    lindsay lindsey lionel lisa liz lloyd logan lois lola lorenzo loretta lorna lorraine louis
    louisa louise luca lucas lucia lucien lucy luigi luis luisa luke lydia lyn lynn lynne mabel
    mackenzie maddie madeleine maggie mahmoud malcolm mandy manuel marc marcel marcia marco marcos
    marcus margaret maria marian marianne marie marina mario marion marius marjorie mark markus
    marlene marlon marta martha martin martina marty marvin mary mason mateo mathew mathias matilda
    matt matteo matthew matthias maud maureen maurice mauricio max maxim maxime maxine may maya
    megan mehmet mel melanie melissa mercedes meredith merlin mia michael michaela michel michele
    michelle mick miguel mike mikhail mikael mila miles millie milly milo miranda miriam mitchell
    mo mohamed mohammad mohammed molly mona monica morgan moses muhammad murray mustafa myra nadia
    nadine nancy naomi natalia natalie natasha nathan nathaniel neil nelson niall nicholas nick
    nicky nicola nicolas nicole nigel nikita nikki nikolai nina noah noel nora norma norman
    olaf oleg olga oliver olivia olivier omar oscar otto owen pablo paddy pam pamela paola paolo
    patricia patrick patrik paul paula paulina pauline paulo pedro peggy penelope penny percy perry
    pete peter petra phil philip philippa philippe phillip phoebe phyllis pierre piers pippa polly
    priscilla priya rachael rachel rafael ralph ramon randy raphael raquel rashid raul ray
    raymond rebecca reece reg regina reginald rene reuben rex rhiannon rhys ricardo richard richie
    rick ricky rita rob robbie robert roberta roberto robin robyn rod roddy roderick rodney rodrigo
    roger roland rolf roman ron ronald ronan ronnie rory rosa rosalind rosamund rose rosemary rosie
    ross rowan roxanne roy ruben ruby rufus rupert russell ruth ryan sabrina sadie sally salma
    salman sam samantha samir sammy samuel sandra sandy sanjay sara sarah sasha saul scarlett scott
    sean sebastian selena selina serena serge sergei sergey sergio seth shane shannon sharon shaun
    shawn sheila shelley sheryl shirley sian sidney silvia silvio simon simone siobhan sofia sonia
    sophia sophie spencer stacey stacy stan stanley stefan stefano stefanie stella stephan
    stephanie stephen steve steven stewart stuart sue sunil susan susanna susie suzanne suzie sybil
    sydney sylvia tamara tamsin tania tanya tara ted teresa terence teri terri terry tess tessa
    thea thelma theo theodore theresa therese thomas tiffany tim timothy tina tobias toby todd tom
    tomas tommy toni tony tracey tracy travis trevor tricia trinity tristan trudy tyler una
    ursula valentina valerie vanessa vera vernon veronica vicky victor victoria vijay viktor
    vincent viola violet virginia vivian vivien vivienne wade walter wanda warren wayne wendy
    wesley wilfred will willem william willie wilma winifred winston xavier yasmin yolanda youssef
    yusuf yves yvette yvonne zach zachary zack zara zoe
    """.split()
)

SURNAMES = frozenset(
    """
    abbott abrams adams adamson addison ahmed ainsworth aitken akhtar alexander ali allan allen
    allison alvarez andersen anderson andersson andrews anthony appleby archer armitage armstrong
    arnold ashton atkins atkinson austin avery bailey baines baird baker baldwin ball ballard banks
    barber barclay barker barlow barnes barnett baron barr barratt barrett barron barry bartlett
    barton bass bates batten baxter bayley beattie beck becker bell bennet bennett benson bentley
    berger bernard berry best bevan bird bishop black blackburn blackman blackwell blair blake
    bloom bolton bond booth bowden bowen bowers bowman boyd boyle brady bradford bradley bradshaw
    brandon brandt bray brennan brett brewer bridges briggs bright brooke brookes brooks brown
    browne browning bruce brunton bryan bryant buchanan buck buckley burgess burke burnett burns
    burrows burton butcher butler byrne cain cairns calder caldwell callaghan callahan callaway
    cameron campbell cannon cantor carey carlson carlton carmichael carney carpenter carr carroll
    carson carter cartwright carver casey castle castro chambers chan chandler chang chaplin
    chapman charles charlton chase chavez chen cheng child childs choi chow christensen christian
    christie chung church clark clarke clarkson clayton clegg clements cleveland clifford clinton
    coates cochrane cohen cole coleman coles collier collins collinson colman compton connell
    connelly conner connolly connor connors conrad conway cook cooke cooper corbett costa costello
    cowan cowell cox coyle craig crane crawford croft cross crossley crowe crowley cruz cullen
    cummings cummins cunningham curran currie curry curtis dale dalton daly daniel daniels davenport
    davey davidson davies davis davison dawson day dean delaney dempsey dennis denton devlin diaz
    dickinson dickson dillon dixon dobson docherty dodd doherty dolan donaldson donnelly donovan
    douglas dowling downs doyle drake drew driscoll drummond duffy duncan dunlop dunn dunne durham
    dwyer dyer dyson eaton edmonds edmondson edward edwards egan eldridge elliot elliott ellis
    ellison emerson engel english erickson eriksen eriksson espinosa evans everett fairbanks farmer
    farrell farrow faulkner fearon ferguson fernandes fernandez ferrari ferreira field fields finch
    finlay finley finn fischer fisher fitzgerald fitzpatrick flanagan fleming fletcher flores flynn
    foley forbes ford foreman forrest forster foster fowler fox francis franklin franks fraser
    frazer frazier freeman french friedman frost fry fuller gallagher gallacher garcia gardiner
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
    hussain hussein hutchins hutchinson hutchison hyde ibrahim ingram irvine irving irwin iqbal
    jackson jacobs jacobsen jacobson james jameson jamieson janssen jarvis jefferson jeffries
    jenkins jennings jensen jimenez johansen johanson johansson john johns johnson johnston
    johnstone jonas jones jonson jordan joseph joyce kane kaplan katz kaufman kaur kay keane kearney
    keating keegan keith keller kelley kellogg kelly kemp kendall kennedy kenny kent kerr khan
    kidd king kirby kirk klein knight knowles knox koch kowalski kramer krause kruger kumar lacey
    laing lamb lambert lancaster lane lang langdon langley larkin larsen larson larsson law
    lawler lawless lawrence lawson leach leary lee leigh leonard leslie lester levine levy lewis
    lim lin lincoln lindsay lindsey little livingston livingstone lloyd lock locke lockwood logan
    long lopes lopez love lowe lucas lund lynch lynn lyons mac macdonald mackay mackenzie mackie
    maclean macleod macmillan madden mahmood maguire mahoney malik malone maloney mann manning
    mansfield marcus marks marriott marsden marsh marshall martin martinez martins mason massey
    mather mathews mathieson matthew matthews maxwell may mayer mayor mcallister mcarthur mcbride
    mccabe mccain mccall mccann mccarthy mccartney mcclure mcconnell mccormack mccormick mccoy
    mccullough mcdermott mcdonald mcdonnell mcdowell mcewan mcfadden mcfarland mcgee mcgill
    mcginley mcginty mcgowan mcgrath mcgraw mcgregor mcguinness mcguire mcintosh mcintyre mckay
    mckee mckenna mckenzie mckinley mckinney mcknight mclaughlin mclean mcleod mcmahon mcmanus
    mcmillan mcmullen mcnally mcnamara mcneil mcneill mcpherson mcqueen meade mehta mendes mendez
    mendoza mercer merrill metcalfe meyer meyers michael michaels middleton miles millar miller
    mills milne miranda mitchell moffat moffatt mohamed mohammed molina monaghan monk monroe
    montgomery moody moon mooney moore morales moran moreno morgan moriarty morley morris morrison
    morrow morton moses moss mueller muir mullen muller mulligan mullins munoz munro murdoch
    murphy murray musk myers nash naylor neal neil neill nelson newell newman newton nguyen
    nichol nicholas nicholls nichols nicholson nielsen nixon noble nolan norman norris north
    norton novak nunez oakley obrien oconnell oconnor odonnell ogden ohara oleary oliveira oliver
    olsen olson oneil oneill ortiz orourke osborn osborne osbourne osullivan otoole owen owens
    page palmer park parker parkes parkin parkinson parks parrish parry parsons patel paterson
    patrick patterson pattison paul payne peacock pearce pearson peck pena penn pennington pereira
    perez perkins perry peters petersen peterson petersson pettersson phelps philip philips phillip
    phillips pickering pierce pike piper pittman plant platt pollard pollock poole pope porter
    potter potts powell power powers pratt preston price prince pritchard proctor pugh quinn
    rahman ramirez ramos ramsay ramsey randall rankin rawlings ray raymond read reed rees reese
    reeve reeves reid reilly reyes reynold reynolds rhodes ricci rice rich richard richards
    richardson richmond richter riddell rigby riley ritchie rivera robbins robert roberts
    robertson robins robinson robson roche rodgers rodrigues rodriguez rogers rojas roman romero
    rooney rose rosen rosenberg ross rossi roth rowe rowland rowley roy rubin ruiz russel russell
    russo rutherford ryan salazar salmon samson samuel samuels sampson sanchez sanders sanderson
    sandoval santiago santos saunders savage sawyer saxton schaefer schafer schmid schmidt schmitt
    schneider schofield schroeder schultz schulz schumacher schwartz schwarz scott seymour shah
    shannon shapiro sharma sharp sharpe shaw shea shelton shepard shepherd sheppard sheridan
    sherman shields short silva silver simmons simms simon simons simpson sims sinclair singh
    slater sloan small smart smith smyth smythe snow solomon somerville sommer sorensen soto
    southgate sparks spears spencer spicer squire stafford stanford stanley stanton stark steele
    stein steiner stephen stephens stephenson sterling stern steven stevens stevenson steward
    stewart stirling stokes stone storey strauss street strong stuart suarez sullivan summers
    sutherland sutton swan swann swanson sweeney swift sykes sylvester talbot tanner tate tayler
    taylor tennant terry thatcher thomas thompson thomsen thomson thorne thornton thorpe tierney
    timmins tobin todd tomlinson torres townsend tracey tracy travers travis tucker tully turnbull
    turner tyler tyson underwood valdez valentine vance vargas vasquez vaughan vaughn vazquez vega
    vincent vogel wade wagner walker wall wallace waller wallis walsh walter walters walton wang
    ward ware waring warner warren washington waters watkins watson watt watts weaver webb weber
    webber webster weeks weir weiss welch wells welsh werner west weston wheatley wheeler whelan
    white whitehead whitehouse whitfield whiting whitney whittaker whittle whyte wiggins wilcox
    wilde wilder wiley wilkes wilkie wilkins wilkinson williams williamson willis wills wilson
    winston winter winters wise wolf wolfe wolff wong wood woodhouse woods woodward wooten wright
    wyatt wylie yang yates york young zhang zimmerman
    """.split()
)

# Capitalised words that stand beside names and near them, and are none.
WORDS = frozenset(
    """
    january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday christmas easter ramadan english french
    german russian chinese american british scottish welsh irish italian spanish polish dutch
    catholic christian muslim jewish parliament congress senate council assembly government
    minister ministry president secretary service police party church street station stadium
    university college school hospital airport county city state states united national
    international european western eastern northern southern central
    """.split()
)
