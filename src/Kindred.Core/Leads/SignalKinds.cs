using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Words, half-lives and recognition of signal kinds, Korean and English. Half-lives are stated, not learned: docs/methods/leads.md.</summary>
public static class SignalKinds
{
    private static readonly (SignalKind Kind, Wording Label, double HalfLife, string[] Words)[] All =
    [
        (SignalKind.Audit, new("감사", "audit"), 90, ["audit", "감사", "isms", "soc 2", "soc2", "iso 27001", "심사"]),
        (SignalKind.RetentionPolicy, new("보관 정책 변경", "retention-policy change"), 180, ["retention policy", "data retention", "보관 정책", "보관정책", "보존 기간", "보존기간", "파기 정책"]),
        (SignalKind.Regulation, new("규제", "regulation"), 365, ["regulation", "compliance", "gdpr", "hipaa", "pipa", "규제", "법 개정", "법개정", "시행령", "고시"]),
        (SignalKind.MergerOrAcquisition, new("인수·합병", "M&A"), 270, ["m&a", "merger", "acquisition", "acquired", "acquires", "인수", "합병"]),
        (SignalKind.FundingRound, new("투자 유치", "funding round"), 180, ["funding", "series a", "series b", "series c", "series d", "seed round", "raised", "투자 유치", "투자유치", "시리즈"]),
        (SignalKind.HeadcountGrowth, new("인원 증가", "headcount growth"), 120, ["headcount growth", "headcount", "hiring spree", "인원 증가", "인원증가", "채용 확대"]),
        (SignalKind.OutgrownProcess, new("성장이 절차를 앞섬", "growth that outran the process"), 120, ["outran", "outgrown", "outgrew", "scaling pain", "growing pains", "성장통", "절차가 못 따라", "프로세스가 못"]),
        (SignalKind.NewExecutive, new("새 책임자", "new executive"), 120, ["new executive", "new vp", "new ciso", "new cfo", "new cto", "new cio", "new cmo", "new coo", "new ceo", "new head", "new revops", "new finance lead", "appointed", "신임", "새 책임자", "부임", "선임", "취임"]),
        (SignalKind.CostSpike, new("비용 급증", "cost spike"), 60, ["cost spike", "bill spike", "cloud bill", "overspend", "비용 급증", "비용급증", "청구액 급증"]),
        (SignalKind.ToolOverlap, new("도구 중복", "tool overlap"), 120, ["tool overlap", "overlapping tools", "duplicate tools", "tool sprawl", "도구 중복", "도구중복", "솔루션 중복"]),
        (SignalKind.BudgetCut, new("예산 삭감", "budget cut"), 90, ["budget cut", "cost cutting", "layoff", "예산 삭감", "예산삭감", "감원", "구조조정"]),
        (SignalKind.FallingConversion, new("전환율·리드 품질 하락", "falling conversion or lead quality"), 60, ["conversion drop", "falling conversion", "conversion down", "lead quality", "전환율 하락", "전환율하락", "리드 품질"]),
        (SignalKind.PoorReviews, new("나쁜 평판", "poor public reviews"), 60, ["poor review", "bad review", "negative review", "poor public review", "나쁜 평판", "악평", "부정 리뷰", "평점 하락"]),
    ];

    /// <summary>The kind for people.</summary>
    public static Wording Label(SignalKind kind) => Find(kind)?.Label ?? new Wording("기타", "other");

    /// <summary>Days after which a signal counts half; infinity for <see cref="SignalKind.Other"/>, which carries no weight.</summary>
    public static double HalfLifeDays(SignalKind kind) => Find(kind)?.HalfLife ?? double.PositiveInfinity;

    /// <summary>The kind of a signal as somebody wrote it; the first kind whose words occur.</summary>
    public static SignalKind Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (kind, _, _, words) in All)
        {
            if (Array.Exists(words, word => Holds(text, word)))
            {
                return kind;
            }
        }

        return SignalKind.Other;
    }

    /// <summary>A Latin word must begin where a word begins: "sentiment" holds no "m".</summary>
    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsAsciiLetter(word[0]) || at == 0 || !char.IsAsciiLetter(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static (SignalKind Kind, Wording Label, double HalfLife, string[] Words)? Find(SignalKind kind) => Array.FindIndex(All, entry => entry.Kind == kind) is >= 0 and var at ? All[at] : null;
}
