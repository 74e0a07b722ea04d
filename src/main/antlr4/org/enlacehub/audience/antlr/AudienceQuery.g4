// The language in which audiences are written:
//   country = US and area in (CA, TX) and passport_expires < 90d and consent.sms = service and not tag = returned
// A value keeps its form (date, span, number, word, text); what it means is the field's matter.
grammar AudienceQuery;

query       : condition EOF ;
condition   : conjunction (OR conjunction)* ;
conjunction : term (AND term)* ;
term        : NOT term                                                   # negation
            | '(' condition ')'                                          # group
            | ALL                                                        # everybody
            | HAS field                                                  # presence
            | WITHIN distance OF centre                                  # circle
            | NEAR '(' NUMBER ',' NUMBER ',' distance ')'                # near
            | INSIDE '(' point (',' point)* ')'                          # polygon
            | field operator value                                       # comparison
            | field NOT? IN '(' value (',' value)* ')'                   # membership
            | field STARTS value                                         # prefix
            ;
distance    : DISTANCE | NUMBER KM? ;
centre      : point | town ;
point       : '(' NUMBER ',' NUMBER ')' ;
town        : TEXT | (WORD | NUMBER)+ ;
operator    : '=' | '!=' | '<' | '<=' | '>' | '>=' ;
field       : WORD ;
value       : TEXT | DATE | SPAN | NUMBER | DISTANCE | WORD | ALL | HAS | NEAR | STARTS | WITHIN | INSIDE | OF | KM ;

AND    : [aA] [nN] [dD] ;
OR     : [oO] [rR] ;
NOT    : [nN] [oO] [tT] ;
IN     : [iI] [nN] ;
ALL    : [aA] [lL] [lL] ;
HAS    : [hH] [aA] [sS] ;
NEAR   : [nN] [eE] [aA] [rR] ;
WITHIN : [wW] [iI] [tT] [hH] [iI] [nN] ;
INSIDE : [iI] [nN] [sS] [iI] [dD] [eE] ;
OF     : [oO] [fF] ;
KM     : [kK] [mM] ;
STARTS : [sS] [tT] [aA] [rR] [tT] [sS] ;

DATE     : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
SPAN     : [+-]? DIGIT+ [dwmyDWMY] ;
DISTANCE : DIGIT+ ('.' DIGIT+)? [kK] [mM] ;
NUMBER   : [+-]? DIGIT+ ('.' DIGIT+)? ;
WORD     : [\p{L}\p{N}\p{M}_+@.*\-:/'’#]+ ;
TEXT     : '"' ('\\' . | ~["\\])* '"' ;
SPACE    : [\p{White_Space}]+ -> skip ;
STRANGE  : . ;

fragment DIGIT : [0-9] ;
