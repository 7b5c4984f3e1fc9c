"""Running text for the laws to draw from: words that matter to it, in any order."""

from hypothesis import strategies as st

from perfrules.data import read_text
from perfrules.targets.finding.vocabulary import FILE

WORDS = sorted(
    {
        word
        for line in read_text(FILE).splitlines()
        if not line.startswith(("#", "["))
        for word in line.split()
        if not word.startswith("/")
    }
)
PIECES = [
    *("25家以上", "大于90%", "≥９０％", "240家", "12次", "98.5%", "3亿元", "10万元/家", "12月底前", "2023年12月31日前"),
    *("比上年增加", "提高5%以上", "较上年增长8%", "达到90%", "不超预算", "1:18", "90%-95%", "1,280", "三十件以上"),
    *(
        "2023年",
        "2022年",
        "第三季度",
        "〔2020〕10号",
        "0315-5778888",
        "企业满意度",
        "新增",
        "培训",
        "机器人产业",
        "完成",
    ),
    *("得10分", "如", "已", "未", "每", "的", "或", "并", "且", "了", "（1）", "一、", "目标1：", "1."),
]
MARKS = [*"，、：；。！？,;:.（）() \n\t“”±×=≥<%"]

stated = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "2023年", "（1）", "确保", "一是", "其中", "如", "对"]),
        st.sampled_from(["", "新增", "培训", "企业满意度", "补助", "高新技术企业", "完成", "已", "每家"]),
        st.sampled_from(["25家以上", "大于90%", "240家", "128家企业", "98.5%", "12月底前", "比上年增加", "提高5%以上"]),
        st.sampled_from(["", "", "的", "以上", "企业", "完成", "，", "或", "扣分", "。"]),
    ),
)
pieces = stated | st.sampled_from(PIECES) | st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.text(max_size=3)
texts = st.lists(pieces, max_size=12).map("".join)
years = st.sampled_from([None, 2023])
