"""Every message that perfrules can give: its code, how bad it is, and its wording.

Each code has a page in `docs/diagnostics/`, which `perfrules explain CODE` prints. A code is never used again for
something else. The hundreds are the stages: 1 reading a cell, 2 completing it from its context, 3 units, 4 actual
values and verdicts, 5 scoring, 6 rulesets, 7 files, 8 forms and columns, 9 large data. Wordings say both values and end
with one thing to do.
"""

from enum import Enum


class Severity(Enum):
    """How bad a message is: an error makes a value unusable, a warning makes it doubtful, an info is a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order severities: the larger, the worse."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]

    @property
    def label(self) -> str:
        """The word for people."""
        return {"error": "错误", "warning": "警告", "info": "提示"}[self.value]


class Code(Enum):
    """One message each: its id, severity and wording, whose `{names}` are its arguments."""

    # 1 reading a cell
    NUMBER_MISSING = ("PF101", Severity.WARNING, "“{text}”里没有数字，没有设定目标。请补上数字。")
    TARGET_BLANK = ("PF102", Severity.ERROR, "“{text}”没有设定目标。请填写指标值。")
    NUMBER_UNREAD = (
        "PF103",
        Severity.WARNING,
        "“{text}”里有数字，但整句没有读懂，按定性处理，不据其中的数字判断。请写成“≥90%”这样的形式，多余的话移到指标描述里。",
    )
    TEXT_TOO_LONG = (
        "PF104",
        Severity.ERROR,
        "这一格有{length}个字，超过{most}个，没有当作指标值来读。请只保留指标值，其余移到指标描述里。",
    )
    SCALE_INSTEAD_OF_LEVEL = (
        "PF105",
        Severity.ERROR,
        "“{text}”是备选的等级，没有说要达到哪一级。请写出其中一级，如“良以上”。",
    )
    DATE_IMPOSSIBLE = ("PF106", Severity.ERROR, "没有{date}这一天，期限无法确定。请改成存在的日期。")
    RANGE_EMPTY = ("PF107", Severity.ERROR, "“{text}”要求同时{first}和{second}，没有数能满足。请核对上下限。")

    # 2 completing it from its context
    OPERATOR_CONFLICT = ("PF201", Severity.WARNING, "格里写的是“{cell}”，{place}是“{other}”，按格里的读。请改成一致。")
    UNIT_CONFLICT = (
        "PF202",
        Severity.WARNING,
        "格里的单位是“{cell}”，{place}的单位是“{other}”，按格里的读。请改成一致。",
    )
    UNIT_NEEDED = (
        "PF203",
        Severity.WARNING,
        "指标“{name}”应有单位，格里的“{text}”没有写，{place}也没有。请补上单位，如“{example}”。",
    )
    YEAR_MISSING = ("PF204", Severity.WARNING, "“{text}”没有写年份，也没有给出预算年度，期限无法确定。请写上年份。")
    MONTH_BEFORE = (
        "PF205",
        Severity.INFO,
        "“{text}”按“{start}开始之前”理解，即不迟于{last}；也有人理解为到该期结束。如果是后者，请写“底前”。",
    )
    MONEY_ASSUMED = ("PF206", Severity.INFO, "“{text}”没有写“元”，因{reason}按“{unit}”理解。请补上“元”。")
    FULL_ASSUMED = ("PF207", Severity.INFO, "“{text}”按等于100%理解。如果不是，请写出数字。")
    ABOUT_ASSUMED = ("PF208", Severity.INFO, "“{text}”是大约的数，按{range}理解。请写出确切的数或范围。")
    SPREADSHEET_DATE = (
        "PF209",
        Severity.WARNING,
        "“{text}”写成了数，像是日期，按{date}理解。请把单元格改成日期格式，或直接写年月日。",
    )
    SIGN_UNREAD = ("PF210", Severity.WARNING, "符号列里的“{sign}”不是运算符，没有用上。请改成≥、≤、=、>、<或“定性”。")
    UNIT_UNREAD = (
        "PF211",
        Severity.WARNING,
        "单位列里的“{unit}”不是认识的单位，没有用上。{hint}请改用规范的单位，或把它加进规则集的“用语”。",
    )
    RATIO_UNDIRECTED = (
        "PF212",
        Severity.WARNING,
        "“{text}”没有写运算符，名称“{name}”也看不出要哪一边大，无法判断是否达成。请写成“≥{text}”或“≤{text}”。",
    )
    SIGN_CONTRADICTS = ("PF213", Severity.WARNING, "符号列写“{sign}”，格里却是“{text}”，按格里的读。请改成一致。")
    TARGET_FROM_NAME = ("PF214", Severity.INFO, "这一格空着，取用了指标名称“{name}”里的“{text}”。请把它写到指标值里。")
    MONEY_MISSING = ("PF215", Severity.WARNING, "“{text}”没有写完整的单位，看不出是不是钱，没有补“元”。请补上单位。")
    EACH_ASSUMED = ("PF216", Severity.INFO, "“{text}”按“每一处都至少{amount}”理解。如果说的是合计，请写出合计数。")
    DIRECTION_UNREAD = (
        "PF217",
        Severity.WARNING,
        "方向列里的“{direction}”不是“正向”或“反向”，没有用上。请改成其中一个。",
    )
    ONE_IS_WHOLE = ("PF218", Severity.INFO, "“{text}”没有写单位，依据写的是“{basis}”，按100%理解。请写成100%。")

    # 3 units
    UNITS_DIFFER = (
        "PF301",
        Severity.WARNING,
        "指标值的单位是“{target}”，实际值的单位是“{actual}”，不是同一种量，不能比较。请改用同一种单位。",
    )
    UNITS_EQUATED = (
        "PF302",
        Severity.INFO,
        "指标值的单位是“{target}”，实际值的单位是“{actual}”：{note}。如果不能这样比，请改用同一种单位。",
    )
    UNIT_UNKNOWN = (
        "PF303",
        Severity.WARNING,
        "“{text}”里的“{unit}”不是认识的单位，没有读成数。{hint}请改用规范的单位，或把它加进规则集的“用语”。",
    )
    UNIT_DOUBLED = ("PF304", Severity.WARNING, "“{text}”写了两个单位“{unit}”，没有读成数。请只留一个。")

    # 4 actual values and verdicts
    NOT_REPORTED = ("PF401", Severity.WARNING, "没有填报实际完成值。请填写。")
    TARGET_UNSET = ("PF402", Severity.WARNING, "指标值“{text}”没有设定目标，实际值“{actual}”无从比较。请先补上指标值。")
    BASELINE_MISSING = (
        "PF403",
        Severity.WARNING,
        "“{target}”要与{baseline}比，实际值“{actual}”没有写变化，也没有给出{baseline}的数。请补上{baseline}值。",
    )
    JUDGEMENT_NEEDED_FOR_WORDS = (
        "PF404",
        Severity.WARNING,
        "“{target}”要由人评判，“{actual}”没有说达成到哪一档。请写明：达成、部分达成并具有一定效果，或者未达成且效果较差。",
    )
    REFERENCE_MISSING = (
        "PF405",
        Severity.WARNING,
        "“{target}”要与“{name}”比，但没有给出它是多少。请给出“{name}”的数。",
    )
    PERCENT_OR_SHARE = (
        "PF406",
        Severity.WARNING,
        "实际值“{actual}”没有写单位，指标值是“{target}”：可能是{as_share}，也可能是{as_percent}。请写上“%”。",
    )
    ASSERTED = (
        "PF407",
        Severity.INFO,
        "实际值“{actual}”只说做到了没有，没有测得的数，照它所说的处理。请补上实际的数或日期。",
    )
    ECHOED = (
        "PF408",
        Severity.WARNING,
        "实际值“{actual}”是带运算符的要求，不是测得的数，只按它所说的范围判断。请填写实际达到的数。",
    )
    ACTUAL_UNREAD = (
        "PF409",
        Severity.WARNING,
        "实际值“{actual}”没有读懂，无法与“{target}”比较。请写成与指标值同样形式的数、日期或回答。",
    )
    KINDS_DIFFER = (
        "PF410",
        Severity.WARNING,
        "指标值“{target}”要的是{wanted}，实际值“{actual}”是{given}，不能比较。请改成同一种。",
    )
    STRADDLES = (
        "PF411",
        Severity.WARNING,
        "实际值“{actual}”是{range}，一部分在“{target}”之内，一部分在外，无法判断。请写出确切的数或日期。",
    )
    APPROXIMATE_ACTUAL = ("PF412", Severity.INFO, "实际值“{actual}”是大约的数，按{range}理解。请写出确切的数。")
    LEVEL_UNORDERED = (
        "PF413",
        Severity.WARNING,
        "“{target}”和“{actual}”在“{scale}”里孰高孰低因事而异，无法判断。请在量表里写明次序，或写出同一级。",
    )
    SCALES_DIFFER = (
        "PF414",
        Severity.WARNING,
        "指标值是“{scale}”的一级，实际值“{actual}”属于“{other}”，不能比较。请用同一种等级。",
    )
    CHANGE_UNQUANTIFIED = (
        "PF415",
        Severity.WARNING,
        "“{target}”要看变化多少，实际值“{actual}”只写了方向。请写出变化的数。",
    )
    BASELINE_ZERO = ("PF416", Severity.WARNING, "基数“{baseline}”是0，算不出“{target}”要的变化率。请写出变化的数量。")
    YEAR_UNKNOWN = ("PF417", Severity.WARNING, "实际值“{actual}”没有写年份，无法与“{target}”比较。请写上年份。")
    RECURRENCE = (
        "PF418",
        Severity.WARNING,
        "“{target}”是每期都有的期限，实际值“{actual}”只能说明一次，无法判断。请写明各期是否都按时。",
    )
    TAKEN_FROM_SENTENCE = (
        "PF419",
        Severity.INFO,
        "实际值“{actual}”是一句话，取其中的“{value}”。如果不是它，请只填写实际达到的数或日期。",
    )
    SENTENCE_AMBIGUOUS = (
        "PF420",
        Severity.WARNING,
        "实际值“{actual}”里有{count}个值可以与“{target}”比较：{values}，分不清是哪一个，没有取用。请只填写实际达到的那一个。",
    )
    SUBJECT_UNREPORTED = (
        "PF421",
        Severity.WARNING,
        "“{target}”还要求“{subject}”，实际值“{actual}”没有说它怎样，无法判断。请把两项的完成情况分开填写。",
    )
    EVENT_DIFFERS = (
        "PF422",
        Severity.WARNING,
        "“{target}”要的是{wanted}，实际值“{actual}”说的是{event}，无法判断{wanted}了没有。请写明{wanted}的日期。",
    )

    # 5 scoring
    WEIGHTS_MIXED = (
        "PF501",
        Severity.WARNING,
        "“{table}”里有的指标写了分值（如“{given}”），有的没有（如“{without}”），写了的没有用上。请都写上，或者都不写。",
    )
    WEIGHTS_SUM = (
        "PF502",
        Severity.WARNING,
        "“{table}”的分值合计{total}，应为{indicators}（加上预算执行率为{whole}）。请核对各指标的分值。",
    )
    CLASS_WITHOUT_WEIGHT = (
        "PF503",
        Severity.WARNING,
        "评分办法“{scheme}”没有给“{category}”分值，“{name}”按0分计。请改用办法里的类别，或给它写上分值。",
    )
    RULE_MISSING = (
        "PF504",
        Severity.ERROR,
        "评分办法“{scheme}”里没有一条规则适用于“{name}”。请在办法的得分规则最后加一条“否则”。",
    )
    AWARD_UNDEFINED = (
        "PF505",
        Severity.ERROR,
        "“{name}”按公式“{formula}”算不出得分：用到的数不存在，或者除数为0。请为这种情况另写一条规则。",
    )
    AWARD_CLAMPED = (
        "PF506",
        Severity.WARNING,
        "“{name}”按公式“{formula}”得{value}，不在0至分值{weight}之间，按{points}计。请在公式里写明上限和下限。",
    )
    BAND_MISSING = (
        "PF507",
        Severity.ERROR,
        "“{name}”的实际值“{actual}”不在“{table}”的任何一档里。请补上缺的一档，或核对实际值。",
    )
    JUDGEMENT_NEEDED = ("PF511", Severity.WARNING, "“{name}”要由人评判，得分应在{band}之内。请给出评判分。")
    JUDGEMENT_OUTSIDE = (
        "PF512",
        Severity.ERROR,
        "“{name}”的评判分{judgement}不在这一等次的{band}之内，没有用上。请改评判分，或改完成情况的等次。",
    )
    JUDGEMENT_UNUSED = (
        "PF513",
        Severity.WARNING,
        "“{name}”填了得分{judgement}，按评分办法是{points}，填的没有用上。请核对是哪里不同。",
    )
    SCHEME_NOTE = ("PF514", Severity.INFO, "“{name}”：{note}")
    BUDGET_ZERO = ("PF521", Severity.INFO, "全年预算数为0（执行数{spent}），不评预算执行率。请确认是否确实没有预算。")
    EXECUTION_ABOVE_BUDGET = (
        "PF522",
        Severity.WARNING,
        "全年执行数{spent}超过全年预算数{adjusted}，预算执行率按公式的上限计分。请核对是否有未登记的预算调整。",
    )
    EXECUTION_INCOMPARABLE = (
        "PF523",
        Severity.ERROR,
        "全年执行数{spent}和全年预算数{adjusted}的单位不是同一类，算不出执行率。请都写成金额。",
    )

    # 6 rulesets
    RULESET_NOT_UTF8 = (
        "PF601",
        Severity.ERROR,
        "文件不是UTF-8文本（读不懂字节{byte}），没有读。请用编辑器另存为UTF-8。",
    )
    RULESET_TOO_LARGE = (
        "PF602",
        Severity.ERROR,
        "文件有{characters}个字符、{lines}行、{columns}栏，超过{most}个字符、{most_lines}行或{most_columns}栏，没有读。请拆成几个文件。",
    )
    LINE_UNREADABLE = (
        "PF603",
        Severity.ERROR,
        "“{text}”这一行从标出的地方起读不懂，这一行和它的下级没有读。请写成“名称：内容”，各栏之间空两格以上。",
    )
    INDENTATION = (
        "PF604",
        Severity.ERROR,
        "“{text}”的缩进和上面哪一行都对不齐，按更靠左的一级读了。请把同一级的行左边对齐。",
    )
    NESTING_TOO_DEEP = ("PF605", Severity.ERROR, "缩进超过{most}级，这一行没有读。请减少层次。")
    BLOCK_UNKNOWN = (
        "PF606",
        Severity.ERROR,
        "不认识“{text}”，它和它的下级没有读。{hint}顶格的行应以下面的词开头：{known}。请改成其中一个。",
    )
    NAME_MISSING = ("PF607", Severity.ERROR, "这里的{what}没有名称，没有读。请在冒号前或关键词后写上名称。")
    FIELD_UNKNOWN = (
        "PF608",
        Severity.ERROR,
        "{block}没有“{field}”这一栏。{hint}请改成已有的栏目，或者删去这一行。",
    )
    FIELD_TWICE = ("PF609", Severity.ERROR, "“{field}”写了两次，用了前一次的。请删去一处。")
    COLON_MISSING = (
        "PF610",
        Severity.ERROR,
        "“{text}”不是指标类别，也没有冒号，没有读。请写成“指标名称：指标值”。",
    )
    BLOCK_TWICE = ("PF611", Severity.ERROR, "{what}“{name}”写了两次，用了前一个。请删去一个，或者改名。")
    INDICATOR_TWICE = ("PF612", Severity.ERROR, "指标“{name}”在同一类别里写了两次，用了前一个。请删去一个，或者改名。")
    CLASS_UNKNOWN = (
        "PF613",
        Severity.WARNING,
        "不认识的{level}“{text}”，按原样保留。{hint}请改用规范的类别名称，或把它加进grammar/classes.txt。",
    )
    AMOUNT_WRONG = ("PF614", Severity.ERROR, "“{text}”不是金额，没有用上。请写成数和单位，如1280万元。")
    CALCULATION_WRONG = (
        "PF615",
        Severity.ERROR,
        "测算“{text}”里的“{part}”读不懂，没有用上。请写成“128家 × 10万元/家 = 1280万元”这样的算式。",
    )
    PLAN_WRONG = ("PF616", Severity.ERROR, "支出计划里的“{text}”不是0至100%的百分数，整个计划没有用上。请写成如25%。")
    PLAN_LENGTH = ("PF617", Severity.ERROR, "支出计划“{text}”有{count}个数，应是四个季度各一个。请补全或删去多余的。")
    YEAR_WRONG = ("PF618", Severity.ERROR, "“{text}”不是年度，没有用上。请写四位数字，如2023。")
    WEIGHT_WRONG = ("PF619", Severity.ERROR, "分值“{text}”不是数，没有用上。请写成如10或10分。")
    FOLDER_WITHOUT_RULESETS = ("PF620", Severity.ERROR, "文件夹里没有规则文件（*{suffix}）。请检查路径。")
    TABLE_SCHEME_UNKNOWN = (
        "PF631",
        Severity.ERROR,
        "没有名叫“{name}”的评分办法。{hint}请改用已有的办法，或把它的文件一起读进来。",
    )
    PARENT_UNKNOWN = (
        "PF632",
        Severity.ERROR,
        "要继承的评分办法“{name}”不存在，这个办法没有用上。{hint}请改用已有的办法。",
    )
    PARENT_CYCLE = ("PF633", Severity.ERROR, "评分办法的继承绕成了圈：{chain}，没有用上。请去掉其中一处“继承”。")
    FORMULA_WRONG = (
        "PF634",
        Severity.ERROR,
        "公式“{text}”从标出的地方起读不懂（公式最长{most}个字，最多套{deepest}层），这一条没有用上。"
        "请改成“分值 × 完成率”这样的式子，词与词之间空一格。",
    )
    FORMULA_NAME_UNKNOWN = (
        "PF635",
        Severity.ERROR,
        "公式里的“{name}”没有定义，这一条没有用上。{hint}请改用已有的名称，或在“参数”里定义它。",
    )
    FORMULA_KIND_WRONG = (
        "PF636",
        Severity.ERROR,
        "公式里的“{part}”是{found}，这里要的是{wanted}，这一条没有用上。请把它改成{wanted}。",
    )
    NAME_TAKEN = (
        "PF637",
        Severity.ERROR,
        "评分办法“{scheme}”里的“{name}”已经有别的含义，公式里会分不清。请给参数或分档表换一个名称。",
    )
    VALUE_WRONG = ("PF638", Severity.ERROR, "“{text}”不能作为{what}，没有用上。请写成如{example}。")
    FORMULA_UNITS = (
        "PF650",
        Severity.ERROR,
        "公式里的{left}和{right}单位不同，不能相加、相减或比较，这一条没有用上。请改成同一种单位。",
    )
    FORMULA_ARGUMENTS = (
        "PF651",
        Severity.ERROR,
        "公式里的“{part}”写得不对，这一条没有用上。请写成{wanted}这样。",
    )
    FORMULA_DEEP = (
        "PF652",
        Severity.ERROR,
        "公式里集合套集合超过{most}层，这一条没有用上。请把“{part}”拆成几条规则。",
    )
    RULE_FIELD_MISSING = ("PF653", Severity.ERROR, "审核规则{rule}没有写{fields}，没有用上。请补上。")
    RULE_ID_WRONG = (
        "PF654",
        Severity.ERROR,
        "“{text}”前面没有编号，或者编号不对，这条审核规则没有用上。请写成“审核规则 PR105 单位缺失”这样。",
    )
    RULE_OBJECT_UNKNOWN = (
        "PF655",
        Severity.ERROR,
        "没有“{text}”这种对象，这条规则没有用上。{hint}可以写的有：{known}。请改成其中一个。",
    )
    WORDS_CYCLE = ("PF656", Severity.ERROR, "词表“{name}”并入了自己，这一处没有用上。请删去，或者改成另一个词表。")
    WORDS_UNKNOWN = ("PF657", Severity.ERROR, "没有名叫“{name}”的词表，没有并入。{hint}请改成已有的词表。")
    EXAMPLE_PASSED = (
        "PF658",
        Severity.ERROR,
        "审核规则{rule}的这个反例没有查出问题：{why}。请检查规则的条件，或者改这个例子。",
    )
    EXAMPLE_FOUND = (
        "PF659",
        Severity.ERROR,
        "审核规则{rule}的这个正例被查出了问题：{message}请检查规则的条件，或者改这个例子。",
    )
    REVIEW_RULE_UNKNOWN = ("PF660", Severity.WARNING, "没有编号为“{rule}”的审核规则。请改成已有规则的编号。")
    SETTING_PARAMETER = (
        "PF661",
        Severity.WARNING,
        "审核规则{rule}的参数不能设成“{text}”，用了原来的值（{known}）。请照原来的名称和单位写。",
    )
    WAIVER_REASON_MISSING = ("PF662", Severity.ERROR, "“{text}”没有写理由，没有起作用。请在后面写上理由。")
    REVIEW_TOO_COSTLY = (
        "PF663",
        Severity.WARNING,
        "审核规则{rule}在目标表“{table}”上太费时，没有查完。请把规则拆成几条，或者用“范围”缩小要查的对象。",
    )
    WAIVER_UNUSED = (
        "PF664",
        Severity.INFO,
        "这里免审{rule}，但这条规则在这里没有提出意见。请删去不需要的免审，或者移到要免审的那一行。",
    )
    LEVEL_WITHOUT_DOCUMENT = (
        "PF665",
        Severity.WARNING,
        "审核规则{rule}的级别是错误，依据却是{basis}。请改成警告或提醒，或者写明文件依据。",
    )
    MESSAGE_WRONG = ("PF666", Severity.ERROR, "提示里的花括号不成对，这条规则没有用上。请补上另一半。")
    EXAMPLES_MISSING = ("PF667", Severity.WARNING, "审核规则{rule}没有{missing}。请各补一个最短的例子。")
    PARAMETER_TAKEN = (
        "PF668",
        Severity.ERROR,
        "参数“{name}”已经有别的含义，公式里会分不清，这条规则没有用上。请给参数换一个名称。",
    )
    VALIDITY_EMPTY = (
        "PF670",
        Severity.ERROR,
        "评分办法“{name}”{start}施行、{end}停止，没有一天有效，停止日期没有用上。请核对这两个日期。",
    )
    NOTHING_INHERITED = (
        "PF671",
        Severity.ERROR,
        "评分办法“{name}”写了“其余：照继承”，但没有继承别的办法，这一行没有用上。请补上“继承”，或把其余的规则写出来。",
    )
    INHERITANCE_TOO_DEEP = (
        "PF672",
        Severity.ERROR,
        "评分办法“{name}”往上继承了{most}层还没有到头，没有用上。请直接继承靠近源头的办法。",
    )
    INAPPLICABLE = (
        "PF674",
        Severity.INFO,
        "“{name}”填的是“{actual}”，按评分办法{treatment}。请说明为什么不适用。",
    )
    SCHEME_NOT_IN_FORCE = (
        "PF673",
        Severity.INFO,
        "“{table}”是{year}年的，评分办法“{scheme}”{validity}，那一年年末不在有效期内。请核对用的是不是该用的办法。",
    )
    TRIAL_WITHOUT_SCHEME = (
        "PF675",
        Severity.ERROR,
        "试算“{name}”没有写明试的是哪个评分办法，没有读。请在它下面加一行“评分办法：名称”。",
    )
    TRIAL_EXPECTS_NOTHING = (
        "PF676",
        Severity.ERROR,
        "试算“{text}”没有写应当得到什么，没有试。请补上{known}中的一栏。",
    )
    TRIAL_WITHOUT_WEIGHT = ("PF677", Severity.ERROR, "试算“{text}”没有写分值，算不出得分，没有试。请补上“分值”一栏。")
    TRIAL_DIFFERS = (
        "PF678",
        Severity.ERROR,
        "试算“{case}”的{what}应为{expected}，按评分办法“{scheme}”得到{found}。请核对是试算写错了，还是评分办法写错了。",
    )
    NOTHING_TO_TRY = ("PF679", Severity.WARNING, "这里没有试算，也没有别的例子，什么也没有验证。请先写上试算。")
    NOTHING_TO_EXPLAIN = (
        "PF691",
        Severity.ERROR,
        "没有找到“{name}”。{hint}请写提示或审核规则的编号、评分办法的名称，或者先写规则文件、再写里面的指标名称。",
    )
    NEW_FILE_EXISTS = (
        "PF692",
        Severity.ERROR,
        "已经有这个文件，没有动它。请换一个名称，或者用 --output 换一个文件夹。",
    )
    NEW_NAME_UNUSABLE = (
        "PF693",
        Severity.ERROR,
        "“{name}”不能用来做文件名：{why}。请换一个简短的名称，建好以后可以在文件里改。",
    )
    METHOD_PARENT_UNKNOWN = (
        "PF681",
        Severity.ERROR,
        "要继承的监控办法“{name}”不存在，这个办法没有用上。{hint}请改用已有的办法。",
    )
    METHOD_PARENT_CYCLE = (
        "PF682",
        Severity.ERROR,
        "监控办法的继承绕成了圈：{chain}，没有用上。请去掉其中一处“继承”。",
    )
    METHOD_NAME_TAKEN = (
        "PF683",
        Severity.ERROR,
        "监控办法“{method}”的参数“{name}”已经有别的含义，公式里会分不清。请给参数换一个名称。",
    )
    LIGHT_UNKNOWN = (
        "PF684",
        Severity.ERROR,
        "“{text}”不是灯号，这一条没有用上。请写 红、黄、绿、蓝、未到期 或 无法判断。",
    )
    METHOD_TRIAL_DIFFERS = (
        "PF686",
        Severity.ERROR,
        "试算“{case}”的{what}应为{expected}，按监控办法“{method}”得到{found}。请核对是试算写错了，还是监控办法写错了。",
    )
    CHECKPOINT_WRONG = (
        "PF685",
        Severity.ERROR,
        "“{text}”不是从年初累计到某月底的进度要求，没有用上。请写成“6月底：40%”。",
    )

    WORD_TAKEN = (
        "PF641",
        Severity.ERROR,
        "“{word}”已经有含义，不能再作为{what}，这一条没有用上。请换一个写法，或者删去其中一处。",
    )

    # 7 files, and what is reported in them
    FILE_MISSING = ("PF701", Severity.ERROR, "找不到这个文件。请检查路径和文件名。")
    FILE_UNREADABLE = ("PF702", Severity.ERROR, "这个文件打不开：{why}。请检查它是不是文件、有没有读取权限。")
    FILE_EMPTY = ("PF703", Severity.ERROR, "文件是空的。请确认保存时有内容，或者换一个文件。")
    FILE_TOO_LARGE = ("PF704", Severity.ERROR, "文件（解压后）超过{limit}MB，没有读。请删去无关的工作表和图片后另存。")
    FILE_OVERFULL = (
        "PF851",
        Severity.ERROR,
        "文件里的格子、样式或者部件超过{limit}个，远多于一张表要用的，没有读。请把要用的表复制到一个新文件里，再试一次。",
    )
    ENCODING_ASSUMED = ("PF705", Severity.INFO, "文件不是UTF-8，按GB18030读了。如果汉字不对，请另存为“CSV UTF-8”。")
    ENCODING_UNKNOWN = ("PF706", Severity.ERROR, "文件不是可读的文本，也不是XLSX或DOCX。请另存为XLSX或“CSV UTF-8”。")
    WORKBOOK_OLD = (
        "PF707",
        Severity.ERROR,
        "这是旧的Word文件（.doc），或者加了密码，读不了。请去掉密码，另存为DOCX或XLSX。",
    )
    WORKBOOK_BROKEN = ("PF708", Severity.ERROR, "文件已损坏，或者不是XLSX、DOCX。请用原来的软件打开它，另存一份。")
    CSV_BROKEN = (
        "PF709",
        Severity.ERROR,
        "从第{row}行起引号不成对，或者一格里超过13万字，后面的行没有读。请检查这一行的引号。",
    )
    ROWS_CUT = ("PF710", Severity.ERROR, "超过{limit}行，后面的行没有读。请删去空行和无关的行，或者拆成几个文件。")
    SHEETS_CUT = (
        "PF792",
        Severity.ERROR,
        "有{count}个工作表，超过{limit}个，后面的没有读。请拆成几个文件。",
    )
    HEADERS_UNKNOWN = (
        "PF711",
        Severity.ERROR,
        "没有找到表头：实际值表要有“三级指标”和“实际完成值”两列，已填的自评表还要有“得分”，"
        "资金表要有“项目名称”和“全年执行数”等列。"
        "请补上表头，或者把你们的写法加进grammar/headers.txt。",
    )
    TABLE_WITHOUT_ROWS = (
        "PF850",
        Severity.WARNING,
        "认出了表头，表头下面却没有一行内容。请确认填好的表保存了，给的是这个文件。",
    )
    COLUMN_TWICE = (
        "PF712",
        Severity.WARNING,
        "“{used}”和“{unused}”两列都可以是{field}，用了“{used}”。如果不对，请改掉另一列的表头。",
    )
    ROW_WITHOUT_NAME = ("PF713", Severity.WARNING, "这一行填了“{text}”，却没有写是哪个指标，没有用上。请补上三级指标。")
    CELL_ERROR = (
        "PF714",
        Severity.ERROR,
        "“{name}”的实际完成值是表格软件的错误值{text}，按未填处理。请改正公式或填上数值。",
    )
    FORMULA_UNCALCULATED = (
        "PF715",
        Severity.ERROR,
        "“{name}”的实际完成值是公式，还没有计算结果，按未填处理。请用表格软件打开、保存一次。",
    )
    JUDGEMENT_UNREADABLE = (
        "PF716",
        Severity.WARNING,
        "“{name}”的得分“{text}”不是一个数，没有用上。请只填分数，如8.5。",
    )
    AMOUNT_UNREADABLE = (
        "PF717",
        Severity.ERROR,
        "“{name}”的{field}“{text}”不是金额，没有用上。请填一个数，如1280万元。",
    )
    AMOUNT_WITHOUT_UNIT = (
        "PF718",
        Severity.WARNING,
        "“{name}”的{field}“{text}”没有写单位。请在表头写明，如“全年执行数（万元）”。",
    )
    ACTUAL_UNMATCHED = (
        "PF721",
        Severity.WARNING,
        "“{name}”（{project}）在目标表里没有对应的指标，没有用上。{hint}请核对项目名称和指标名称。",
    )
    ACTUAL_AMBIGUOUS = (
        "PF722",
        Severity.WARNING,
        "“{name}”在目标表里有{count}个：{candidates}，分不清是哪一个，没有用上。请写明项目名称和一级、二级指标。",
    )
    ACTUAL_REPEATED = (
        "PF723",
        Severity.WARNING,
        "“{name}”（{project}）填了两次：“{used}”和“{unused}”，用了前一个。请删去多余的一行。",
    )
    INDICATORS_WITHOUT_ACTUAL = (
        "PF724",
        Severity.WARNING,
        "“{project}”有{count}个指标没有报实际完成值：{names}。请在实际值表里各补一行。",
    )
    TARGET_DIFFERS = (
        "PF725",
        Severity.WARNING,
        "“{name}”（{project}）的指标值，实际值表写的是“{stated}”，目标表是“{approved}”，按目标表评价。请核对改过没有。",
    )
    SPENDING_UNMATCHED = (
        "PF726",
        Severity.WARNING,
        "资金表里的“{project}”不是任何一张目标表的项目，没有用上。{hint}请核对项目名称。",
    )
    SPENDING_REPEATED = (
        "PF727",
        Severity.WARNING,
        "“{project}”的资金填了两行，用了前一行。请删去多余的一行，或者合成一行。",
    )
    PROJECT_WITHOUT_SPENDING = (
        "PF728",
        Severity.WARNING,
        "没有“{project}”的执行数，预算执行率还定不下来。请在资金表里补上全年预算数和全年执行数。",
    )
    BUDGET_DIFFERS = (
        "PF729",
        Severity.WARNING,
        "“{project}”的年初预算数，资金表是{stated}，目标表是{approved}。请核对是否批复过调整。",
    )
    PROJECT_WITHOUT_WEIGHT = (
        "PF730",
        Severity.WARNING,
        "“{project}”没有{what}，部门得分没法{how}。请在目标表里补上{what}。",
    )
    SCHEME_UNKNOWN = ("PF731", Severity.ERROR, "没有名叫“{name}”的评分办法。{hint}现有：{known}。请改用其中一个。")
    CODE_UNKNOWN = ("PF741", Severity.ERROR, "没有编号为“{id}”的说明。请用提示里的编号，如PF101。")
    OUTPUT_IS_INPUT = ("PF742", Severity.ERROR, "输出文件和输入文件是同一个，没有写。请换一个输出文件名。")
    OUTPUT_UNWRITABLE = ("PF743", Severity.ERROR, "写不了这个文件：{why}。请检查文件夹是否存在、有没有写权限。")

    # audits of tables that are filled in
    SCORE_DIFFERS = (
        "PF761",
        Severity.ERROR,
        "“{name}”的得分填的是{printed}，按评分办法“{scheme}”应为{computed}，{tried}。请核对分值、实际完成值和得分。",
    )
    SCORE_EXPLAINED = (
        "PF762",
        Severity.WARNING,
        "“{name}”的得分填的是{printed}，按评分办法“{scheme}”应为{computed}；按{others}正好是所填的分。"
        "请确认应当用哪一种办法。",
    )
    PART_ABOVE_WHOLE = (
        "PF763",
        Severity.ERROR,
        "“{name}”的{part}{value}超过了{whole}{limit}。请核对这两个数。",
    )
    SUM_DIFFERS = (
        "PF764",
        Severity.ERROR,
        "“{name}”各行的{field}加起来是{computed}，{stated}。请逐行核对。",
    )
    RATE_DIFFERS = (
        "PF765",
        Severity.ERROR,
        "“{name}”的执行率填的是{printed}，按{spent} ÷ {budget}应为{computed}。请核对预算数、执行数和执行率。",
    )
    GRADE_DIFFERS = (
        "PF766",
        Severity.ERROR,
        "“{name}”的等次填的是“{printed}”，总分{total}按评分办法“{scheme}”是“{computed}”。请核对总分和等次。",
    )
    TOTAL_NOT_MADE_UP = (
        "PF870",
        Severity.WARNING,
        "“{name}”有不适用的指标，总分填的是{printed}，没有折算；按评分办法“{scheme}”折算后应为{computed}。请确认要不要折算。",
    )
    FULL_MARKS_WITHOUT_MONEY = (
        "PF871",
        Severity.INFO,
        "“{name}”的钱只花了{rate}，各指标却都填了满分。请核对实际完成值的佐证材料。",
    )
    ALL_EXACTLY_MET = (
        "PF872",
        Severity.INFO,
        "“{name}”能算完成率的{count}个指标，实际完成值都正好等于指标值。请核对是不是照抄的。",
    )
    CELL_BLANK = ("PF767", Severity.ERROR, "“{name}”没有填{field}。请补上。")
    REASON_MISSING = ("PF768", Severity.WARNING, "“{name}”{what}，没有写原因。请在偏差原因一栏说明。")
    CELL_NOT_NUMBER = (
        "PF769",
        Severity.ERROR,
        "“{name}”的{field}“{text}”不是一个数，没有核对。请只填数，如{example}。",
    )
    AS_OF_OUTSIDE_YEAR = (
        "PF771",
        Severity.ERROR,
        "“{project}”是{year}年的目标表，{as_of}不在这一年里，没有监控。请改用{year}年里的日期。",
    )
    YEAR_UNSTATED = (
        "PF772",
        Severity.ERROR,
        "“{project}”的目标表没有写年度，不知道全年过了多少，没有监控。请补上年度。",
    )
    ACCUMULATION_UNKNOWN = (
        "PF773",
        Severity.WARNING,
        "看不出“{name}”（{target}）是不是随时间累计的数，目前的{actual}该不该按月折算不能确定。"
        "请在目标表这一行加上“累计 是”或“累计 否”。",
    )
    EXPLANATION_MISSING = (
        "PF774",
        Severity.WARNING,
        "“{name}”{why}，要说明原因，还缺：{missing}。请在运行监控表里补上。",
    )
    LIKELIHOOD_CONTRADICTED = (
        "PF775",
        Severity.WARNING,
        "“{name}”填的完成目标可能性是“{likelihood}”，而{fact}。请核对这两处。",
    )
    ANSWER_UNREADABLE = (
        "PF776",
        Severity.WARNING,
        "“{name}”的{field}“{text}”不是表里的答案，没有用上。请只填：{known}。",
    )
    ACTUAL_IN_FUTURE = (
        "PF777",
        Severity.WARNING,
        "“{name}”报的“{actual}”在{as_of}之后，是打算，不是已经完成，没有用上。请改报已经完成的日期。",
    )
    PERIOD_DIFFERS = (
        "PF778",
        Severity.WARNING,
        "“{name}”报的是截至{month}月底的数，这里要的是{wanted}的数。请核对日期，或者换一张表。",
    )
    METHOD_UNKNOWN = ("PF779", Severity.ERROR, "没有名叫“{name}”的监控办法。{hint}现有：{known}。请改用其中一个。")
    GOAL_TABLE_MISSING = (
        "PF780",
        Severity.ERROR,
        "没有认出绩效目标表：没有哪一行同时写着三级指标和指标值的表头。请核对表头，或者在grammar/headers.txt里补上写法。",
    )
    CELL_UNUSED = (
        "PF781",
        Severity.WARNING,
        "这里写的“{text}”没有看懂是哪一项，没有用上。请核对；用得着的，请自己补进规则文件。",
    )
    COLUMN_UNUSED = ("PF782", Severity.INFO, "“{text}”这一列没有用上。请核对里面有没有用得着的内容。")
    PROJECT_UNNAMED = ("PF783", Severity.WARNING, "这张表没有写项目名称，先叫作“{name}”。请在表里补上项目名称。")
    HIDDEN_UNREAD = (
        "PF784",
        Severity.WARNING,
        "{what}是隐藏的，里面写的“{text}”没有读进来。如果要用，请取消隐藏后再读。",
    )
    WEIGHT_SHARED = ("PF785", Severity.WARNING, "“{text}”分由{count}行合用，不知道每行多少，没有填上。请分到每一行。")
    TARGET_IN_NAME = ("PF786", Severity.INFO, "指标名称里写着“{text}”，作为指标值，名称记作“{name}”。请核对。")
    TARGET_CHOSEN = ("PF787", Severity.INFO, "指标值不止一处，用了“{used}”，没有用“{unused}”。请核对。")
    SENTENCE_WITHOUT_TARGET = (
        "PF789",
        Severity.INFO,
        "“{text}”里没有找到可以衡量的指标，只留下原话。如果它是指标，请在规则文件里写成一行，如“名称：指标值”。",
    )
    CELL_WITHOUT_VALUE = (
        "PF852",
        Severity.ERROR,
        "有{count}格里没有值：{text}，按空白读了。请用表格软件打开，改正公式，让它算出结果，保存后再读。",
    )
    FOLDER_WITHOUT_FILES = ("PF853", Severity.ERROR, "文件夹里没有Word、Excel、CSV或网页文件。请检查路径。")
    TABLE_UNWRITABLE = ("PF790", Severity.ERROR, "“{name}”写不进规则文件：{text}。请改好这一格再导入。")
    OUTPUT_EXISTS = ("PF791", Severity.ERROR, "这个文件已经有了，没有写。请换一个文件名，或者先把它移走。")
    PARAGRAPHS_UNUSED = (
        "PF788",
        Severity.INFO,
        "表格以外还有{count}段文字没有用上，从“{text}”开始。请核对里面有没有用得着的内容。",
    )
    SIDES_UNLIKE = (
        "PF820",
        Severity.ERROR,
        "两边不是同一种东西：一边是{one}，一边是{other}，不能比较。请两边都用同一种。",
    )
    REPORT_MALFORMED = (
        "PF821",
        Severity.ERROR,
        "这个文件不是perfrules输出的结果，“{part}”不是{schema}规定的样子。请重新输出一份。",
    )
    TARGET_COLUMN_UNKNOWN = (
        "PF840",
        Severity.ERROR,
        "不知道哪一列是预算年度的指标值：这里有“{columns}”。这些列没有用上。请在表里写上年度，如“年度：2024年”。",
    )
    TARGETS_MISSING = (
        "PF841",
        Severity.WARNING,
        "这张表有三级指标，没有指标值一列，没有当作绩效目标表来读。如果是目标表，请把填指标值的那一列的表头写成“指标值”。",
    )
    SHEET_UNUSED = (
        "PF842",
        Severity.INFO,
        "{what}里没有绩效目标表，{count}格没有用上，从“{text}”开始。请核对里面有没有用得着的内容。",
    )
    FILE_KIND_UNREAD = ("PF843", Severity.ERROR, "这是{what}，读不了。请用{how}。")
    CALCULATION_DIFFERS = (
        "PF844",
        Severity.WARNING,
        "资金用途里说的测算“{text}”不成立，等号左边是{result}，没有用上。请核对单价、数量和合计。",
    )

    # 86 actual values and the goal tables that they belong to
    ACTUAL_DOUBTFUL = (
        "PF860",
        Severity.WARNING,
        "“{name}”（{project}）像是目标表的“{known}”，{difference}，不能断定是同一个，没有用上。"
        "如果是，请把名称改成一样，或者在规则文件这个指标的后面写“又写 {name}”。",
    )
    ACTUAL_DOUBTFUL_SEVERAL = (
        "PF861",
        Severity.WARNING,
        "“{name}”（{project}）像目标表里的{count}个指标：{candidates}，分不清是哪一个，没有用上。请把名称改成和目标表一样。",
    )
    PROJECT_DOUBTFUL = (
        "PF862",
        Severity.WARNING,
        "报的项目“{project}”像是目标表的{known}，不能断定是同一个，它的{count}行没有用上。"
        "如果是，请把项目名称改成一样，或者在规则文件的目标表里写“又写：{project}”。",
    )
    GRADED_TARGETS = (
        "PF845",
        Severity.WARNING,
        "“{name}”的评价标准分了档（{text}），规则文件里一个指标只有一个指标值，原话记在说明里。请写上要达到的指标值，或者核对已有的。",
    )
    TARGETS_OF_REPORT = (
        "PF863",
        Severity.WARNING,
        "没有“{name}”的目标表，用了实际值旁边写的指标值。请核对它们是不是批复的，或者补上目标表。",
    )
    FILE_UNRECOGNISED = (
        "PF864",
        Severity.WARNING,
        "没有认出这个文件里的表：不是目标表、自评表、监控表，也不是实际值表、资金表，没有用上。请核对表头；不相干的文件请移出去。",
    )
    VALUE_KIND_UNKNOWN = (
        "PF866",
        Severity.ERROR,
        "“{column}”这一列里有一个值是{kind}类型，不知道怎么读，按未填处理。请改成文字、数、日期或是否。",
    )

    # 8 filing forms
    TEMPLATE_UNREADABLE = (
        "PF800",
        Severity.ERROR,
        "模板“{file}”打不开：{why}。请换一份能用 Excel、WPS 或 Word 打开的模板。",
    )
    TEMPLATE_WITHOUT_PART = (
        "PF801",
        Severity.ERROR,
        "模板“{file}”里没有可以填的部分，要填的是：{parts}。请在模板里写上标记，如“{{{{每个项目}}}}”。",
    )
    PLACEHOLDER_UNKNOWN = (
        "PF802",
        Severity.ERROR,
        "模板“{file}”里的“{{{{{name}}}}}”不是这张表的栏目，没有写出文件。{hint}请照模板说明改正。",
    )
    TEMPLATE_LISTS_MIXED = (
        "PF803",
        Severity.ERROR,
        "模板“{file}”的同一行里有几个清单的栏目：{lists}，不知道这一行该重复几次。请把它们分到不同的行。",
    )
    FORM_EMPTY = (
        "PF804",
        Severity.ERROR,
        "没有可以写进“{name}”的内容，没有写出文件。请核对所给的规则文件里有没有目标表。",
    )
    TEMPLATE_SUFFIX_DIFFERS = (
        "PF805",
        Severity.ERROR,
        "模板“{file}”和要写的文件（{suffix}）不是同一种。请用后缀相同的模板。",
    )
    TEMPLATE_WITHOUT_FORM = (
        "PF806",
        Severity.ERROR,
        "给了模板“{file}”，但要写的不是 Excel 或 Word 文件。请用 -o 写一个以 .xlsx 或 .docx 结尾的文件名。",
    )

    FORM_SUFFIX_UNKNOWN = ("PF807", Severity.ERROR, "“{file}”不是 Excel 或 Word 文件名。请写成以 .xlsx 或 .docx 结尾。")

    FORMAT_NOT_WRITTEN = ("PF830", Severity.ERROR, "这个命令不写“{file}”这样的文件。可以写{known}，请改文件名的后缀。")
    FORMAT_CONTRADICTED = (
        "PF831",
        Severity.ERROR,
        "--format {format} 和文件名“{file}”的后缀不是一回事，没有写。请改成一致，或者去掉 --format。",
    )

    # columns of many lines
    COLUMN_MISSING = ("PF880", Severity.ERROR, "没有找到“{what}”这一列（{name}）。现有：{columns}。请指明是哪一列。")
    COLUMN_UNREADABLE = ("PF881", Severity.ERROR, "“{name}”这一列的类型是{type}，读不出内容。请先转换成文字或数。")
    CELL_NO_NUMBER = ("PF882", Severity.WARNING, "分值、评判得分或年度里写的不是可用的数，没有用它。请改成数。")

    # 9 large data
    COLUMN_PAIR_UNKNOWN = (
        "PF895",
        Severity.ERROR,
        "“{text}”没有说清哪一项是哪一列。请写成“指标值=列名”，等号左边可以是：{known}。",
    )
    DATA_BROKEN = ("PF896", Severity.ERROR, "这份数据读不出来：{why}。请核对文件是不是完整，必要时重新导出。")
    ROW_RAGGED = ("PF897", Severity.ERROR, "这一行有{given}格，表头有{wanted}格，后面没有再读。请把这一行改好再读。")
    PARTS_DIFFER = (
        "PF898",
        Severity.ERROR,
        "这个文件的列和前面的文件不一样，不同的列：{names}。请把列统一，或者分开来评。",
    )
    COLUMNS_DOUBLED = ("PF899", Severity.ERROR, "有几列同名：{names}，不知道该用哪一列。请改成不同的列名。")
    DATA_MISSING = (
        "PF910",
        Severity.ERROR,
        "这里没有可读的数据。请给出 .parquet、.arrow、.csv 文件，或者装着它们的文件夹。",
    )
    DATABASE_TABLE_UNKNOWN = (
        "PF911",
        Severity.ERROR,
        "这个数据库里没有叫“{name}”的表，现有：{known}。请写成“文件名.duckdb:表名”。",
    )
    FOLDER_TAKEN = (
        "PF912",
        Severity.ERROR,
        "这个文件夹里已有别的内容，没有写。请换一个文件夹，或者先把它清空。",
    )
    RESULTS_OF_OTHER_INPUT = (
        "PF913",
        Severity.ERROR,
        "这里有上次没做完或做完的结果，但{what}已经变了，不能接着做。请换一个位置，或者删去它重新做。",
    )
    RESULT_SUFFIX_UNKNOWN = (
        "PF914",
        Severity.ERROR,
        "“{file}”看不出要写成什么文件。请以 {known} 结尾，或者写一个文件夹的名字。",
    )
    COLUMNS_REPLACED = (
        "PF915",
        Severity.INFO,
        "数据里原有的这几列被结果代替：{names}。如果还要用，请先改名。",
    )

    # the language server
    NAME_SHIPPED = ("PF920", Severity.ERROR, "{what}“{name}”写在随程序发布的文件里，不能改名。请另写一个继承它的办法。")
    NEW_NAME_WRONG = (
        "PF921",
        Severity.ERROR,
        "“{name}”不能作为{what}的名称。请换一个没有冒号、井号和连续空格的名称，公式里要用的只写文字。",
    )
    NEW_NAME_TAKEN = ("PF922", Severity.ERROR, "已经有叫“{name}”的{what}。请换一个名称。")
    PORT_UNUSABLE = ("PF923", Severity.ERROR, "端口{port}用不了：{why}。请换一个端口。")

    # trying things out
    PORT_TAKEN = (
        "PF925",
        Severity.ERROR,
        "本机的{port}端口用不了：{why}。请换一个端口，或者不写 --port，由程序自己选。",
    )
    PLAY_COMMAND_UNKNOWN = ("PF926", Severity.ERROR, "没有“{command}”这个命令。{hint}请写“:帮助”看有哪些命令。")
    PLAY_VALUE_UNREAD = ("PF927", Severity.WARNING, "“{text}”读不成{what}，没有用它。请写成“{example}”这样的形式。")
    QUESTION_UNREADABLE = ("PF928", Severity.ERROR, "这次提问读不出来：{why}。请照 docs/play.md 的格式来问。")
    QUESTION_TOO_LONG = ("PF929", Severity.ERROR, "内容太长：{length}，最多{most}，没有读。请缩短，或者分开来试。")

    def __init__(self, id: str, severity: Severity, template: str) -> None:
        self.id = id
        self.severity = severity
        self.template = template

    @classmethod
    def by_id(cls, id: str) -> "Code | None":
        """Find a code by its id, in either case.

        >>> Code.by_id("pf101") is Code.NUMBER_MISSING
        True
        """
        return next((code for code in cls if code.id == id.upper()), None)
