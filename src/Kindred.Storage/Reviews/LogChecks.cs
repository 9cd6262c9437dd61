using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Storage.Reviews;

/// <summary>Every refusal of sealed logs, with its reason.</summary>
internal static class LogChecks
{
    internal static Reason Of(LogFault fault, string subject)
    {
        var (ko, en) = fault.Kind switch
        {
            LogFaultKind.Changed => ("내용이 기록한 때와 달라요", "does not say what it said when it was written"),
            LogFaultKind.Removed => ("줄이 지워졌어요", "was removed"),
            LogFaultKind.Added => ("제품을 거치지 않고 들어온 줄이에요", "was not written by the product"),
            LogFaultKind.Order => ("앞줄과 이어지지 않아요 (줄이 빠졌거나 순서가 바뀌었어요)", "does not follow the row before it: rows are missing or in another order"),
            LogFaultKind.Tail => ("여기부터 끝까지 빠졌어요", "and everything after it is missing"),
            _ => ("기록의 머리가 없어요", "has lost its head"),
        };
        var row = Name(fault.Log) + " " + Whole(fault.Id);
        return new Reason("reviews.tampered", fault.Log + ":" + Whole(fault.Id), new Wording(
            $"'{subject}' 작업 공간의 {NameKo(fault.Log)} {Whole(fault.Id)}번: {ko}. 백업과 비교해 주세요.", $"Workspace '{subject}', {row}: {en}. Compare with a backup."));
    }

    internal static Reason Unsealed(string subject) => new("reviews.unsealed", subject, new Wording(
        $"'{subject}' 작업 공간은 아직 봉인되지 않았어요. 앱에서 한 번 열면 그때부터 바뀐 줄을 찾을 수 있어요.", $"The workspace '{subject}' is not sealed yet. Open it once in the app; from then on a changed row is found."));

    internal static Reason NoDigest(string digest) => new("reviews.no-digest", digest, new Wording(
        $"'{digest}'로 시작하는 지문이 이 기록에 없어요. 적어 둔 지문의 앞 {Whole(SealedLogs.LeastDigits)}자리 이상을 넣어 주세요. 맞게 적었다면 기록이 바뀐 거예요.",
        $"No digest here begins with '{digest}'. Enter at least the first {Whole(SealedLogs.LeastDigits)} digits you noted. If they are right, the log was changed."));

    internal static string NameKo(string log) => log switch { "review" => "점검 기록", "score" => "점수 기록", "event" => "결정 기록", _ => "답 기록" };

    private static string Name(string log) => log switch { "review" => "review log row", "score" => "score record", "event" => "decision log row", _ => "answer" };

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
