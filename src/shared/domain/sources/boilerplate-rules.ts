/** How boilerplate is recognised: by the words of one block, by its neighbours, or by the elements of a page. */
export interface BoilerplateRule {
  readonly id: string;
  /** A sentence for the analyst that says why the block is folded. */
  readonly sentence: string;
}

/** A rule that looks at the words of one block alone; each pattern is tried on the whole block. */
export interface WordingRule extends BoilerplateRule {
  /** The longest block, in UTF-16 code units, that the rule looks at. */
  readonly maximumLength: number;
  readonly patterns: readonly RegExp[];
}

const of = '(?: (?:from|in|on|at|by|for) (?!the\\b.*\\b(?:was|is|are|were)\\b)[^.!?]{1,50})?';
const things =
  '(?:stor(?:y|ies)|articles?|news|headlines|videos?|posts?|topics?|content|reading|links?|coverage|reports?|features?)';
const colon = '\\s*[:：|»>–—-]+\\s*';

/** The rules that look at the words of one block; the first that fits counts. */
export const wordingRules: readonly WordingRule[] = [
  {
    id: 'widget-error',
    sentence: 'The page shows an error of one of its own parts here.',
    maximumLength: 200,
    patterns: [
      /^(?:this )?video can ?(?:not|['’]t) be played\b.{0,60}$/i,
      /^to (?:play|watch|view|see) this (?:video|content|page)\b.{0,40}\b(?:enable|turn on|allow|update)\b.{0,80}$/i,
      /^error: there was an error\b.{0,60}$|^(?:this (?:article|page|site|feature) requires javascript)\b.{0,60}$/i,
      /^(?:thank you|thanks) for (?:subscribing|signing up|registering)\W{0,3}$/i,
      /^\W{0,4}(?:oops[!.]?|(?:sorry, )?something went wrong[!.]?|please try again(?: later)?[!.]?|an error (?:has )?occurred[!.]?|\s)+$/i,
      /^(?:unable to load|failed to load|could not load) (?:comments?|content|video|player|more|this \w+)[.!]?$/i,
      /^(?:please )?(?:enable|turn on|activate) javascript\b.{0,120}$/i,
      /^(?:javascript is (?:disabled|required|not enabled)|your browser (?:does not|doesn['’]t) support)\b.{0,140}$/i,
      /^(?:this )?(?:video|content|media|page|player) (?:is )?(?:not available|unavailable|cannot be played|can['’]t be played)\b.{0,60}$/i,
      /^media (?:playback|caption) (?:is )?(?:unsupported|not supported)\b.{0,60}$/i,
      /^(?:loading|please wait)(?: (?:comments?|more|player|video|content|next article))*\s*(?:…|\.{1,3})?$/i,
    ],
  },
  {
    id: 'scroll-link',
    sentence: 'It is a link to another place on the page.',
    maximumLength: 60,
    patterns: [
      /^\W{0,3}(?:scroll|back|return|go|jump|up)(?: back)? to (?:the )?top(?: of (?:the )?page)?\W{0,3}$/i,
      /^\W{0,3}(?:to the top|top of (?:the )?page|scroll (?:down|up)|scroll to continue|scroll to (?:the )?bottom)\W{0,3}$/i,
      /^(?:skip|jump|go) to (?:the )?(?:main )?(?:content|navigation|article|search|footer|comments|main)\.?$/i,
      /^(?:nach oben|zum seitenanfang|zum inhalt springen|haut de page|retour en haut|aller au contenu|volver arriba|ir al contenido|voltar ao topo|torna su|наверх|к началу страницы|맨 위로|맨위로|返回顶部|回到頂部|ページトップへ|トップへ戻る)\W{0,3}$/i,
    ],
  },
  {
    id: 'related-list-title',
    sentence: 'It is the title of a list of other articles.',
    maximumLength: 90,
    patterns: [
      /^\W{0,3}(?:read next|editor['’]?s['’]? picks?)\s*[/|]\s*(?:read next|editor['’]?s['’]? picks?)$/i,
      /^\W{0,3}(?:related (?:galler(?:y|ies)|internet links|content|tags)|elsewhere on (?:the )?[\w.]{2,20}|around the bbc|from our (?:partners|sponsors?)|taboola|outbrain)\W{0,3}$/i,
      /^More (?:from|on|at) (?:[\p{Lu}\d][\p{L}\d&.'’-]{0,20} ?){1,4}:?$/u,
      /^\W{0,3}(?:많이 본 (?:기사|뉴스)|기사 더보기|더보기|点击查看更多|查看更多|もっと見る|leia também|veja mais|más noticias|ver más|voir plus|mehr anzeigen|weitere artikel|altre notizie|ещё по теме|также по теме)\W{0,3}$/i,
      new RegExp(
        `^\\W{0,3}(?:the )?(?:most|more) (?:read|popular|viewed|watched|shared|commented|discussed|emailed|recent)(?: ${things}| now| today| this week)?${of}\\W{0,3}$`,
        'i',
      ),
      new RegExp(
        `^\\W{0,3}(?:latest|top|trending|popular|recommended|related|recent|featured|similar|suggested|further|breaking) ${things}${of}\\W{0,3}$`,
        'i',
      ),
      new RegExp(`^\\W{0,3}(?:more|other|most) ${things}(?: like this)?${of}\\W{0,3}$`, 'i'),
      /^(?:More|Other|MORE) (?:(?:[Gg]reat|GREAT|[Tt]op|TOP|[Oo]ur|OUR) )?(?:\p{Lu}[\p{L}&.’']* ){0,3}(?:[Ss]tories|[Cc]overage|[Hh]eadlines|[Aa]rticles|[Nn]ews|[Vv]ideos|STORIES|COVERAGE|HEADLINES|ARTICLES|NEWS|VIDEOS)\s?:?$/u,
      /^\W{0,3}(?:trending|popular)(?: (?:now|today|this week|searches|topics|on \w+))?\W{0,3}$/i,
      /^\W{0,3}(?:editor['’]?s['’]? (?:picks?|choice)|picked for you|recommended(?: for you| by \w+| reading)?|(?:you (?:may|might|will|could) (?:also )?(?:like|be interested in|enjoy|have missed)|don['’]t miss(?: it)?|in case you missed it|read (?:next|this next|more on this(?: story| topic)?)|what to read next|what others are reading|keep reading|around the web|from around the web|from the web|paid content|promoted (?:content|stories|links)|sponsored (?:links?|stories|content|by \w+)|more (?:on|about) this(?: story| topic)?|more on this|related|related (?:to this )?topics|explore (?:more|further)|discover more|show more|view more|load more|see more|more from (?:the )?(?:author|web|this author|our network)))\W{0,3}$/i,
      /^\W{0,3}(?:mehr zum thema|meistgelesen|das könnte sie auch interessieren|lire aussi|à lire aussi|les plus lus|sur le même sujet|te puede interesar|você (?:também )?pode gostar|você pode se interessar|lo más leído|noticias relacionadas|mais lidas|leia mais|veja também|leggi anche|potrebbe interessarti|i più letti|читайте также|самое читаемое|по теме|관련\s?기사|많이 본 뉴스|인기\s?기사|추천\s?기사|最热|相关阅读|相关新闻|延伸阅读|热门文章|関連記事|あわせて読みたい|人気記事|アクセスランキング|اقرأ أيض[اًا]+|الأكثر قراءة)\W{0,3}$/i,
    ],
  },
  {
    id: 'teaser',
    sentence: 'It points to another article.',
    maximumLength: 220,
    patterns: [
      /^(?:for more|find more|see more|follow|more) (?:of )?(?:the )?[\p{L}&.'’ -]{2,60}(?:(?: news| coverage| stories| and newsletters)[^\n]{0,60})?(?: at| on| visit| go to| create an account at)?\s*:?\s+(?:https?:\/\/\S+|(?:www\.)?[\w-]+\.(?:com|org|net|co\.uk|news)\S*)\W{0,2}$/iu,
      /^for more (?:stories|articles|news|coverage)(?: like this)?,? (?:please )?(?:visit|go to|see|check out|head to)\b[^\n]{0,80}$/i,
      /^this (?:article|story|piece|report) (?:was )?(?:originally|first) (?:appeared|published|ran) (?:on|in|at|by) [^\n]{2,160}$/i,
      new RegExp(
        `^\\W{0,3}(?:also read|read also|read more|see more|also see|see also|also watch|watch also|more on this|must[ -]read|recommended read|related(?: (?:article|story|news|coverage|reading|posts?|links?))?|don['’]t miss|read next|in pics|in pictures|click here)${colon}(?=\\S)[^\\n]*[^.!\\s”"’']$`,
        'i',
      ),
      /^(?:READ|Read|WATCH|Watch|LISTEN|Listen|SEE|See)(?: NOW| now)?\s*(?:[:：|»>–—-]+)\s*(?=["'“‘]?[\p{Lu}\p{N}])[^\n]*[^.!\s”"’']$/u,
      /^(?:read|watch|listen|see) (?:the )?(?:more|full (?:story|article|report|interview|video|statement)|original(?: article| story)?)(?: (?:here|at|on|about|from|in)\b[^.]{0,60})?\W{0,3}$/i,
      /^(?:click|tap|read more|find out more) here (?:to|for)\b[^\n]{3,120}$/i,
      /^(?:lesen sie (?:auch|dazu|hierzu)|mehr zum thema|(?:à )?lire (?:aussi|également)|lea también|lee también|le puede interesar|leia também|leia mais|veja também|leggi anche|читайте также|смотрите также|czytaj (?:też|także)|lees ook|läs också|les også|baca juga|ayrıca okuyun|关联阅读|相关阅读|延伸阅读|関連記事|관련\s?기사)\s*[:：|»>–—-]+\s*\S[^\n]*$/i,
    ],
  },
  {
    id: 'promotion',
    sentence: 'It advertises the outlet or its application.',
    maximumLength: 240,
    patterns: [
      /^[^\n]{0,60}\byour (?:\w+ ){0,3}(?:source|supply|supplier|destination|guide|stop|home|place|window|dose) (?:for|of|to)\b[^\n]{0,80}\bnews\b[^\n]{0,60}$/i,
      /^(?:get|download|install|try) (?:the|our) [^\n.]{0,60}\bapp\b[^\n]{0,80}$/i,
      /^(?:get|catch|read|follow|check out|stay (?:updated|informed|tuned|connected|ahead)|stay up to date|keep up)\b[^\n]{0,60}\b(?:latest|breaking|live|top|all the|trending)\b[^\n]{0,80}\b(?:news|updates?|headlines|stories)\b[^\n]{0,120}\b(?:here|on|at|with|from|only)\b[^\n]{0,60}$/i,
      /^[^\n]{0,80}[.!] (?:read|subscribe|download|join|sign up|register|click(?: here)?|log in|try it)(?: it)? (?:now|today|here|for free)[.!]?$/i,
      /^[^\n]{10,180}[.!] click here (?:for|to) [^\n.]{3,60}\.?$/i,
      /^(?:become a (?:member|subscriber|supporter)|support (?:our|independent|quality) journalism|make a (?:donation|contribution)|donate(?: now| today)?|support us|buy (?:me|us) a coffee|start your free trial|subscribe for full access|unlock (?:this article|full access))\b[^\n]{0,120}$/i,
    ],
  },
  {
    id: 'newsletter',
    sentence: 'It asks the reader to subscribe or sign up.',
    maximumLength: 260,
    patterns: [
      /^[^\n.!?]{3,200}\bnewsletters?\b[^\n.!?]{0,120}[.!]\s*(?:sign up|subscribe|register)(?: here| now| today| for free)?\W{0,3}$/i,
      /^(?:subscribe|register|sign up) (?:now |today |here )?to (?:continue|keep|stay|unlock|read)\b[^\n]{0,120}$/i,
      /^(?:sign up for|subscribe to) (?:the |our )?(?:\p{Lu}[\p{L}\d&.'’-]* ?){1,5}$/u,
      /^you(?:['’]ve| have) (?:reached|hit) your (?:\w+ ){0,3}limit\b[^\n]{0,80}$/i,
      /^\*? ?all fields (?:are required|must be completed)\b[^\n]{0,60}$|^\* (?:indicates|required)\b[^\n]{0,40}$/i,
      /^\W{0,3}(?:newsletter (?:abonnieren|bestellen)|s['’]abonner|abonnieren|suscribirse|suscríbete|assinar|abbonati|подписаться)\W{0,3}$/i,
      /^\W{0,3}(?:subscribe|sign up|sign-up|register|subscribe (?:now|today|here|for free|free)|sign up (?:now|today|here|for free)|newsletters?|subscribe to (?:our )?newsletters?|get (?:our|the) newsletters?|email address|your email(?: address)?|enter (?:your )?email(?: address)?)\W{0,3}$/i,
      /^(?:subscribe|sign up|sign-up|register)\b[^\n]{0,120}\b(?:newsletters?|e-?mails?|inbox|updates|alerts|notifications|briefing|digest|channel|podcasts?|feed|free|today|access|edition|print|bulletins?)\b[^\n]{0,120}$/i,
      /^(?:get|receive|have|let)\b[^\n]{0,100}\b(?:in your inbox|to your inbox|meet your inbox|by e-?mail|via e-?mail|delivered (?:to|straight)|newsletter)\b[^\n]{0,100}$/i,
      /^subscribe to [^\n.]{2,60} (?:and|to) (?:stay|get|read|receive|support|enjoy)\b[^\n]{0,120}$/i,
      /^by (?:signing up|subscribing|submitting|registering|clicking|providing your)\b[^\n]{0,200}$/i,
      /^(?:you can unsubscribe|unsubscribe at any time|we (?:will not|won['’]t) (?:share|spam)|no spam)\b[^\n]{0,100}$/i,
      /^(?:abonnez-vous|inscrivez-vous|suscríbete|suscríbase|assine (?:nossa|a nossa)|iscriviti|jetzt (?:abonnieren|anmelden)|подпишитесь на|подписывайтесь на|구독하기|구독|订阅|メルマガ登録)(?![\p{L}])[^\n]{0,100}$/iu,
    ],
  },
  {
    id: 'sharing',
    sentence: 'It asks the reader to share, follow or like.',
    maximumLength: 160,
    patterns: [
      /^\W{0,3}(?:share (?:page|article|story)|about sharing|open in app|(?:(?:share|facebook|twitter|tweet|x|email|e-mail|link|copy link|whatsapp|linkedin|reddit|print|messenger|pinterest|telegram|flipboard)[ ,|·/]*){3,})\W{0,3}$/i,
      /^\W{0,3}(?:partager|compartir|compartilhar|condividi|teilen|поделиться|공유하기|공유|좋아요|分享|シェア(?:する)?)\W{0,3}$/i,
      /^(?:\d[\d.,]*\s?k?\s?(?:shares?|likes?|tweets?)|sharing is caring)\W{0,3}$/i,
      /^\W{0,3}(?:share|tweet|print|copy link|link copied|copy url|e-?mail this|save (?:article|story|for later)|bookmark|share (?:on|via|to) (?:facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|reddit|pinterest|social media)|share (?:this(?: (?:article|story|page|post|video|news|item))?(?: (?:on|via|with)[^\n.?]{0,50})?)|tweet this|print this|print article|gift this article|(?:e-?mail|print|share) this (?:article|story|page|post)(?: [^\n.]{0,40})?)\W{0,3}$/i,
      /^(?:follow|like|join|find|connect with|add|watch|visit) (?:us|our|me|@?[\p{L}\p{N} .&'’-]{2,40}) (?:on|at) (?:our )?(?:social(?: media)?|facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|google news|tiktok|threads|bluesky|mastodon|weibo|wechat|line|flipboard|apple news|signal|rss)\b[^\n]{0,100}$/iu,
      /^(?:follow (?:us|@\w{2,30}|the author|this topic|topics?)|join (?:our|the) (?:conversation|discussion|(?:\w+ )?(?:channel|community|group)))\b[^\n.]{0,80}[.!]?$/i,
    ],
  },
  {
    id: 'comments',
    sentence: 'It belongs to the comments of the page.',
    maximumLength: 180,
    patterns: [
      /^\W{0,3}(?:댓글|댓글 (?:보기|쓰기)|评论|コメント|commentaires|kommentare|comentarios|comentários|commenti|комментарии)(?:\s*\(?\d+\)?)?\W{0,3}$/i,
      /^[^\n]{0,60}\b(?:comments?|comentários|comentarios|kommentare|commentaires)\b[^\n]{0,80}\b(?:(?:are|is|will be|being|son|são|serão|werden) (?:\w+ )?(?:moderated|moderad[oa]s?|moderiert|freigeschaltet|reviewed before)|pel[oa]s? modera\w+|by (?:the |our |a )?moderators?)[^\n]{0,60}$/i,
      /^(?:note: )?we (?:are|will be) (?:\w+ )?moderating [^\n]{0,40}comments\b[^\n]{0,80}$/i,
      /^(?:join the (?:conversation|discussion)|what do you think|tell us what you think)\W{0,3}$/i,
      /^\W{0,3}(?:(?:\d+|no|view|show|read|see|hide|all|view all|load|write|post|leave|add|join the) )?(?:a )?comments?(?: \(\d+\)| section| on this story| below| policy)?\W{0,3}$/i,
      /^(?:comments are closed|be the first to comment|(?:log|sign) in to (?:comment|leave a comment|reply)|leave a reply|your email address will not be published|report (?:an error|a typo|abuse))\b[^\n]{0,60}$/i,
    ],
  },
  {
    id: 'account',
    sentence: 'It is a link for readers who have an account.',
    maximumLength: 100,
    patterns: [
      /^\W{0,3}(?:log ?in|log ?out|sign ?in|sign ?out|my account|create (?:an |a free )?account|forgot(?:ten)? (?:your )?password\??|already (?:a (?:subscriber|member)|have an account|subscribed)\??(?: (?:log|sign) in)?|log in or (?:register|sign up)|sign in or (?:register|create an account)|manage (?:my )?(?:account|subscription))\W{0,3}$/i,
    ],
  },
  {
    id: 'advertisement',
    sentence: 'It marks an advertisement.',
    maximumLength: 90,
    patterns: [
      /^\W{0,3}video ad(?:vertisement)? feedback\W{0,3}$/i,
      /^\W{0,3}(?:advert|advertisement|advertising|ad|ads by \w+|sponsored|sponsored content|paid (?:advertisement|post|partnership)|promoted|skip advertisement|close ad|(?:ad|advertisement) feedback|remove ads)\W{0,3}$/i,
      /^\W{0,3}(?:(?:story|article|content) continues (?:below|after|beneath)(?: (?:this |the )?(?:ad|advert|advertisement|video|promotion))?|story continues|continue reading(?: (?:below|the main story))?|continue reading the main story|advertisement[ -–—]+scroll to continue|keep scrolling)\W{0,3}$/i,
      /^\W{0,3}(?:anzeige|werbung|publicité|la suite après (?:cette|la) publicité|publicidad|publicidade|continua após a publicidade|continua depois da publicidade|pubblicità|реклама|advertentie|annons|reklama|reklam|広告|スポンサーリンク|广告|廣告|광고|إعلان)\W{0,3}$/i,
    ],
  },
  {
    id: 'cookie-notice',
    sentence: 'It is a notice about cookies or privacy.',
    maximumLength: 700,
    patterns: [
      /^(?:this (?:sign-?up )?(?:form|site|page) is protected by re-?captcha)\b[^\n]*$/i,
      /^we (?:value|care about|respect) your privacy\W{0,3}$/i,
      /^(?:we(?: and our (?:\d+ )?(?:partners|vendors))?|this (?:web)?site|our (?:web)?site|[\w .&-]{2,40}(?:\.com|\.org|\.net)) (?:uses?|stores?|may use|also uses?)\b(?! cookies as\b)[^\n]{0,80}\bcookies\b[^\n]*$/i,
      /^(?:by (?:continuing|clicking|using|browsing|visiting|closing|accepting)|if you continue)\b[^\n]{0,200}\b(?:cookies?|terms of (?:use|service)|privacy policy)\b[^\n]*$/i,
      /^this site is protected by re-?captcha\b[^\n]*$/i,
      /^\W{0,3}(?:(?:accept|reject|allow|decline|manage) (?:all )?(?:cookies|and (?:continue|close))|(?:accept|reject|decline) all|cookie (?:settings|preferences|policy|notice|consent)|(?:your )?privacy (?:policy|notice|choices|settings)|do not sell (?:or share )?my (?:personal )?(?:information|data|info)|manage (?:preferences|consent|cookies)|your (?:ad|california privacy) (?:choices|rights)|got it!?|i (?:agree|accept|understand))\W{0,3}$/i,
    ],
  },
  {
    id: 'copyright',
    sentence: 'It is the notice of copyright.',
    maximumLength: 360,
    patterns: [
      /^(?:acquire|purchase|buy) licensing rights(?:, opens new tab)?\W{0,3}$/i,
      /^(?:the )?[\p{L}.]{2,20} is not responsible for the content of external (?:sites|links|websites)\W{0,3}$/iu,
      /^\W{0,3}(?:©|\(c\)|&copy;|copyright(?:ed)?\b|copyright ©)[\s:©]*(?:\(c\)\s*)?(?:19|20)\d\d\b[^\n]{0,300}$/i,
      /^(?:©|copyright ©|copyright \(c\))\s*[^\n]{2,80}(?:19|20)\d\d[^\n]{0,200}$/i,
      /^[^\n]{0,260}\ball rights reserved\b[^\n]{0,80}$/i,
      /^(?:this material may not be published, broadcast|reproduction (?:in whole or in part )?(?:is )?(?:prohibited|forbidden)|no part of this (?:article|publication|website) may be)\b[^\n]*$/i,
      /^[^\n]{0,160}(?:무단\s?전재(?:\s?(?:및|-|·|,)?\s?재배포)?(?:\s?및\s?AI[^\n]{0,20})?\s?금지|禁止转载|未经授权不得转载|無断転載(?:を)?禁(?:じ|止)|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены)[^\n]{0,80}$/i,
    ],
  },
  {
    id: 'picture-credit',
    sentence: 'It names the photographer or the agency of a picture.',
    maximumLength: 120,
    patterns: [
      /^(?:Image|Photo(?:graph)?|Photo illustration|Picture|Credit|Foto|Bild|Imagen|Crédit photo|Fotografía|Фото|사진)(?: (?:credit|by|courtesy(?: of)?))?\s*[:：]\s*[\p{Lu}\p{Lo}\d][^\n.!?]{1,90}\.?$/u,
      /^(?:image|photo) (?:copyright|source|credit)s?,? [^\n.!?]{2,60}$/i,
      /^[^\n.!?:;|]{2,60}\s?(?:\/|\bvia\b)\s?(?:getty(?: images)?|reuters|ap(?: photo| images)?|afp(?:\/getty)?|epa(?:-efe)?|shutterstock|alamy|bloomberg|unsplash|flickr|wikimedia(?: commons)?|istock(?:photo)?|pexels|pixabay|xinhua|yonhap|tass|sputnik|imago|dpa|anadolu|zuma|sipa|picture alliance|cover images|adobe stock)(?: (?:images|photo|file))?(?:\/[\p{L} ]{2,40})?\W{0,2}$/iu,
    ],
  },
  {
    id: 'source-link',
    sentence: 'It names the site that the page was taken from.',
    maximumLength: 160,
    patterns: [
      /^(?:source|via|original source|article source|news source|originally published (?:at|on|by)|first published (?:at|on)|original article)\s*[:：]\s*(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,12}(?:\/\S*)?\W?$/i,
    ],
  },
  {
    id: 'page-label',
    sentence: 'It is a label of the page and not of the article.',
    maximumLength: 110,
    patterns: [
      /^(?:enlarge this image|toggle caption|see all topics|(?:filed under|tags|tagged)\s*:?|listen \d{1,2} min(?:ute)?s?|(?:updated|published|posted) (?:\d{1,2}|an?) (?:minute|min|hour|day|week)s? ago)$/i,
      /^\d{1,2}[ -]?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?$/i,
      /^(?:estimated )?reading time\s*:?\s*\d{1,2} ?min(?:ute)?s?\.?$/i,
      /^(?:listen to (?:this )?(?:article|story)|play (?:audio|video)|watch (?:video|now|live)|(?:expand|enlarge|view|open|toggle|hide|show) (?:image|photo|gallery|caption|fullscreen|full screen|menu|captions?)(?: in fullscreen)?|image \d+ of \d+|\d+ of \d+|previous (?:article|story|post|slide|image)|next (?:article|story|post|slide|image)|show all(?: \d+)?|read less|view all|see all|go to (?:the )?home(?:page)?)\W{0,3}$/i,
      /^(?:image|photo|slide|picture)? ?\d{1,3}\s*(?:of|\/)\s*\/?\s*\d{1,3}$/i,
      /^back to gallery$/i,
      /^our standards:\s?the thomson reuters trust principles\.?(?:, opens new tab)?$/i,
      /^(?:opens in (?:a )?new (?:tab|window)|\(?opens in new window\)?)$/i,
    ],
  },
];

/** The rules that look at a block's neighbours. */
export const contextRules = {
  pageMenu: {
    id: 'page-menu',
    sentence: 'It is one of a row of menu words or names of networks.',
  },
  relatedList: { id: 'related-list', sentence: 'It stands in a list of other articles.' },
  relatedHeadline: {
    id: 'related-headline',
    sentence: 'It is the headline of another article, printed twice between two paragraphs.',
  },
  repeatedCaption: { id: 'repeated-caption', sentence: 'The caption is printed a second time.' },
  repeatedTitle: { id: 'repeated-title', sentence: 'The title is printed a second time.' },
  afterArticle: {
    id: 'after-article',
    sentence: 'After this only furniture of the page follows, to the end.',
  },
} as const satisfies Readonly<Record<string, BoilerplateRule>>;

/** The rules that look at the elements of an HTML page. */
export const pageRules = {
  navigation: { id: 'page-navigation', sentence: 'It is part of the navigation of the page.' },
  header: { id: 'page-header', sentence: 'It is part of the head of the page.' },
  footer: { id: 'page-footer', sentence: 'It is part of the foot of the page.' },
  aside: { id: 'page-aside', sentence: 'It stands beside the article.' },
  furniture: {
    id: 'page-furniture',
    sentence:
      'The page names this part as an advertisement, a menu, sharing, comments or the like.',
  },
  linkList: { id: 'link-list', sentence: 'It is a list of links to other pages.' },
  alternativeText: {
    id: 'alternative-text',
    sentence: 'It describes a picture for those who cannot see it; the page does not show it.',
  },
  headline: {
    id: 'headline',
    sentence: 'It is the headline, which stands above the text as the title.',
  },
  byline: { id: 'byline', sentence: 'It names the author above the article.' },
  dateLine: { id: 'date-line', sentence: 'It says when the article was published or changed.' },
  pictureCaption: {
    id: 'picture-caption',
    sentence: 'It is the caption of a picture beside the text.',
  },
  topics: { id: 'topics', sentence: 'It lists the topics under which the page is filed.' },
  gallery: { id: 'gallery', sentence: 'It belongs to a gallery of pictures.' },
  aboutAuthor: { id: 'about-author', sentence: 'It is about the author, and not of the article.' },
  linkedHeadline: {
    id: 'linked-headline',
    sentence: 'It is the headline of another article, and a link to it.',
  },
  outsideArticle: {
    id: 'outside-article',
    sentence: 'The page marks where its article is, and this is outside it.',
  },
} as const satisfies Readonly<Record<string, BoilerplateRule>>;

/** The rules that look at the pages of a document. */
export const documentRules = {
  runningHead: {
    id: 'running-head',
    sentence: 'The same words stand at this edge of several pages.',
  },
  pageNumber: { id: 'page-number', sentence: 'It is the number of the page.' },
} as const satisfies Readonly<Record<string, BoilerplateRule>>;

/** The rules for mails. */
export const mailRules = {
  head: { id: 'mail-head', sentence: 'It is the head of the mail.' },
  quotation: {
    id: 'mail-quotation',
    sentence: 'It is quoted from the mail that this one answers.',
  },
  original: {
    id: 'mail-original',
    sentence: 'It is the mail that this one answers, printed below it.',
  },
  signature: { id: 'mail-signature', sentence: 'It is the signature of the sender.' },
  footer: {
    id: 'mail-footer',
    sentence: 'It was added by a mailing list or a mail program.',
  },
} as const satisfies Readonly<Record<string, BoilerplateRule>>;

/** Every rule by which an importer folds a block. */
export const boilerplateRules: readonly BoilerplateRule[] = [
  ...wordingRules,
  ...Object.values(contextRules),
  ...Object.values(pageRules),
  ...Object.values(documentRules),
  ...Object.values(mailRules),
];

/** The sentence of a rule, or a general one for a rule of another version. */
export function describeBoilerplateRule(id: string): string {
  return (
    boilerplateRules.find((rule) => rule.id === id)?.sentence ?? 'It was found to be boilerplate.'
  );
}
