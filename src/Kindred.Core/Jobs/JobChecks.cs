using Kindred.Core.Basics;

namespace Kindred.Core.Jobs;

/// <summary>Every refusal and failure of a job as such.</summary>
internal static class JobChecks
{
    internal static Reason UnknownKind(string kind) => Of("unknown-kind", kind,
        $"'{kind}' 작업을 할 줄 몰라요. 더 새로운 Kindred가 넣은 작업일 수 있으니 업데이트해 주세요.",
        $"Nothing here can do a job of kind '{kind}'. A newer Kindred may have asked for it: update.");

    internal static Reason Failed(string reference) => Of("failed", reference,
        $"작업이 예상하지 못한 까닭으로 멈췄어요. 다시 해 보고, 또 멈추면 참조 번호 {reference}을(를) 알려 주세요. 저장한 것은 그대로예요.",
        $"The job stopped for a reason nobody expected. Try again; if it stops again, report reference number {reference}. What was stored is kept.");

    internal static Reason AttemptsUsed(int attempts, string reference) => Of("attempts-used", reference,
        $"작업을 하던 프로그램이 {attempts}번 모두 중간에 꺼졌어요. 메모리와 디스크를 확인하고 다시 시작해 주세요(참조 번호 {reference}).",
        $"The program ended in the middle of this job, {attempts} times in a row. Check memory and disk, then start it again (reference number {reference}).");

    private static Reason Of(string code, string subject, string ko, string en) => new("jobs." + code, subject, new Wording(ko, en));
}
