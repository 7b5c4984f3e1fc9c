"""Every message that perfrules can give: its code, how bad it is, and its wording.

Each code has a page in `docs/diagnostics/`, which `perfrules explain CODE` prints. A code is never used again for
something else. The hundreds are the stages: 1 reading a cell, 2 completing it from its context, 3 units, 4 actual
values and verdicts, 5 scoring, 6 rulesets, 7 files. Wordings say both values and end with one thing to do.
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

    # 7 files, and what is reported in them
    FILE_MISSING = ("PF701", Severity.ERROR, "找不到这个文件。请检查路径和文件名。")
    FILE_UNREADABLE = ("PF702", Severity.ERROR, "这个文件打不开：{why}。请检查它是不是文件、有没有读取权限。")
    FILE_EMPTY = ("PF703", Severity.ERROR, "文件是空的。请确认保存时有内容，或者换一个文件。")
    FILE_TOO_LARGE = ("PF704", Severity.ERROR, "文件（解压后）超过{limit}MB，没有读。请删去无关的工作表后另存。")
    ENCODING_ASSUMED = ("PF705", Severity.INFO, "文件不是UTF-8，按GB18030读了。如果汉字不对，请另存为“CSV UTF-8”。")
    ENCODING_UNKNOWN = ("PF706", Severity.ERROR, "文件不是可读的文本，也不是XLSX工作簿。请另存为XLSX或“CSV UTF-8”。")
    WORKBOOK_OLD = ("PF707", Severity.ERROR, "这是旧格式（.xls）或加了密码的工作簿，读不了。请去掉密码，另存为XLSX。")
    WORKBOOK_BROKEN = ("PF708", Severity.ERROR, "工作簿已损坏，或者不是XLSX。请用表格软件打开它，另存为XLSX。")
    CSV_BROKEN = ("PF709", Severity.ERROR, "从第{row}行起引号不成对，后面的行没有读。请检查这一行的引号。")
    ROWS_CUT = ("PF710", Severity.ERROR, "超过{limit}行，后面的行没有读。请删去空行和无关的行，或者拆成几个文件。")
    HEADERS_UNKNOWN = (
        "PF711",
        Severity.ERROR,
        "没有找到表头：实际值表要有“三级指标”和“实际完成值”两列，资金表要有“项目名称”和“全年执行数”等列。"
        "请补上表头，或者把你们的写法加进grammar/headers.txt。",
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
    PROJECT_WITHOUT_BUDGET = (
        "PF730",
        Severity.WARNING,
        "“{project}”没有预算数，部门得分没法按资金加权。请在目标表或资金表里补上预算数。",
    )
    SCHEME_UNKNOWN = ("PF731", Severity.ERROR, "没有名叫“{name}”的评分办法。{hint}现有：{known}。请改用其中一个。")
    CODE_UNKNOWN = ("PF741", Severity.ERROR, "没有编号为“{code}”的说明。请用提示里的编号，如PF101。")
    OUTPUT_IS_INPUT = ("PF742", Severity.ERROR, "输出文件和输入文件是同一个，没有写。请换一个输出文件名。")
    OUTPUT_UNWRITABLE = ("PF743", Severity.ERROR, "写不了这个文件：{why}。请检查文件夹是否存在、有没有写权限。")

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
