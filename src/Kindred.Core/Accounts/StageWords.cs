using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Words of stages, statuses and deal types in Korean and English: won, lost, not new business.</summary>
internal static class StageWords
{
    private static readonly HashSet<string> Won = Keys("closed won|closedwon|won|win|closed - won|deal won|signed|contract signed|contracted|수주|수주완료|수주 성공|계약완료|계약 완료|계약체결|계약 체결|체결|체결완료|계약성공|성공|도입완료|최종계약|계약");

    private static readonly HashSet<string> Lost = Keys("closed lost|closedlost|lost|loss|closed - lost|deal lost|dead|disqualified|no decision|abandoned|rejected|cancelled|canceled|churned|실주|실패|수주실패|수주 실패|계약실패|계약 실패|드랍|드롭|탈락|취소|보류종료|중단|무산|포기|불발|미계약|미수주");

    private static readonly string[] NotNew = [.. "renewal|renew|renewed|existing|expansion|upsell|up sell|upgrade|cross sell|add on|addon|replacement|downgrade|amendment|extension|갱신|재계약|연장|증설|추가|업셀|업그레이드|확장|기존".Split('|')];

    public static bool IsWon(string stage) => Won.Contains(Spelling.Key(stage)) || (Spelling.IndexOfTerm(Spelling.Words(stage), "won") >= 0 && !Spelling.Words(stage).Contains("not won", StringComparison.Ordinal));

    public static bool IsLost(string stage) => Lost.Contains(Spelling.Key(stage)) || Spelling.IndexOfTerm(Spelling.Words(stage), "lost") >= 0 || Spelling.Words(stage).Contains("실주", StringComparison.Ordinal);

    public static bool IsNotNew(string type)
    {
        var words = HeaderWords.Words(type);
        return NotNew.Any(word => Spelling.IndexOfTerm(words, word) >= 0);
    }

    /// <summary>First stages, in which a deal is no more than a lead.</summary>
    public static bool IsBeforeQualified(string stage)
    {
        var words = Spelling.Words(stage);
        return words is "lead" or "new" or "prospecting" or "prospect" or "qualification" or "appointment scheduled" or "appointmentscheduled" or "discovery" or "open" or "문의" or "리드" or "가망" or "발굴" or "접촉" or "신규" or "상담";
    }

    private static HashSet<string> Keys(string words) => words.Split('|').Select(Spelling.Key).ToHashSet(StringComparer.Ordinal);
}
