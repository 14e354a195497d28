"""The words with which a preambular paragraph opens, in the six languages of the United Nations.

    Recalling its resolution 76/19,            yes: a customary opening
    *Deeply concerned* that …,                 yes: with its adverb, and however it is emphasized
    During a crisis, States shall …            no: not every word in -ing is a participle

The practice is that of resolutions of the General Assembly, whose preambular paragraphs open with a participle or an
adjective; the openings are those customary in each language. The list is ours and belongs to numbering rule 1: a
later rule may have another, this one stays.
"""

import re

_ADVERBS = """
again also deeply firmly fully further gravely keenly once particularly profoundly seriously strongly warmly
"""

_ENGLISH = """
acknowledging acting adopting affirming alarmed anxious appalled appreciating approving aware basing bearing
believing calling cognizant commending concerned concurring condemning confident confirming conscious
considering contemplating convinced declaring deeming deploring desiring desirous determined disturbed
emphasizing encouraged encouraging endorsing expecting expressing finding firm fulfilling grateful guided having
highlighting hoping inspired keeping limiting mindful motivated noting observing paying persuaded pointing
preoccupied reaffirming realizing recalling recognizing referring regretting reiterating rejecting remaining
reminding reserving resolved satisfied seeking sharing shocked stating stressing supporting taking thanking
troubled underlining underscoring upholding viewing welcoming whereas wishing
"""
_FRENCH = """
accueillant affirmant alarmé appréciant approuvant attaché ayant condamnant confirmant consciente? considérant
constatant convaincue? craignant déclarant déplorant désireuse désireux déterminée? encouragée? espérant
estimant exprimant félicitant gardant guidée? inspirée? insistant inspirant inquiète jugeant notant préoccupée?
prenant rappelant réaffirmant réitérant recommandant reconnaissant regrettant remerciant résolue? sachant
saluant soucieuse soucieux soulignant soutenant tenant
"""
_SPANISH = """
acogiendo afirmando agradeciendo alarmad[ao] alentad[ao] apoyando apreciando celebrando condenando confiando
confirmando consciente considerando convencid[ao] creyendo declarando decidid[ao] deplorando deseando deseos[ao]
destacando determinad[ao] encomiando esperando estimando expresando exhortando guiad[ao] habiendo haciendo
inspirad[ao] lamentando observando poniendo preocupad[ao] profundamente reafirmando recalcando reconociendo
recordando reiterando resuelt[ao] subrayando teniendo tomando
"""
_RUSSIAN = """
безоговорочно будучи вновь выражая вдохновляемая глубоко желая заявляя исходя констатируя напоминая одобряя
осознавая осуждая отмечая памятуя подтверждая подчеркивая поддерживая полагая преисполненная преисполненные
придавая признавая приветствуя принимая рассмотрев руководствуясь сожалея сознавая ссылаясь стремясь считая
убежденная убежденные учитывая
"""
_ARABIC = "و?إذ"
_CHINESE = """
回顾 重申 再次 注意到 认识到 意识到 考虑到 铭记 强调 欢迎 确认 承认 深信 确信 关切 深表 深为
严重关切 审议了 赞赏 念及 表示 遵循 决心 希望 感谢 谴责 忆及 满意地 赞扬 支持 着重指出 进一步
"""


def _any(words: str) -> str:
    return "|".join(words.split())


_WESTERN = (
    f"(?:(?:{_any(_ADVERBS)})\\s+)*(?:{_any(_ENGLISH + _FRENCH + _SPANISH + _RUSSIAN)}|{_ARABIC})"
    "(?![^\\W_])"
)
_SE = "(?:se|s['’])\\s*"
_OPENING = re.compile(f"[\\W_]*(?:(?:{_SE})?(?:{_WESTERN})|(?:{_any(_CHINESE)}))", re.IGNORECASE)


def is_preambular(text: str) -> bool:
    """Tell whether a paragraph opens as preambular ones do."""
    return _OPENING.match(text) is not None
