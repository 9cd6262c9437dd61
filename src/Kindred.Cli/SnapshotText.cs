using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary>What <c>kindred health FILE --event</c> prints.</summary>
internal static class SnapshotText
{
    public static void Write(SnapshotChurnStudy study, int top, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine(ko
            ? $"{Format.Grouped(study.N)}줄, 떠난 {Format.Grouped(study.Left)}줄. 언제 떠났는지 모르는 한 장면이라서, 90일 안의 확률이 아니라 지금까지 떠났을 확률이에요."
            : $"{Format.Grouped(study.N)} rows, {Format.Grouped(study.Left)} left. A snapshot does not say when: this is the probability of having left by now, not within 90 days.");
        Console.WriteLine(ko
            ? $"배우지 않은 줄에서: AUC {Format.Fixed(study.Auc, 4)} ({Format.Fixed(study.AucLow, 3)}–{Format.Fixed(study.AucHigh, 3)}), 기울기 {Format.Fixed(study.Slope, 3)} ({Format.Fixed(study.SlopeLow, 3)}–{Format.Fixed(study.SlopeHigh, 3)}), 보정 오차 {Format.Fixed(study.ExpectedError, 4)} (완벽해도 {Format.Fixed(study.ExpectedErrorLimit, 4)}까지), 로그 손실 {Format.Fixed(study.LogLoss, 5)}, Brier {Format.Fixed(study.Brier, 5)}"
            : $"Held out: AUC {Format.Fixed(study.Auc, 4)} ({Format.Fixed(study.AucLow, 3)}–{Format.Fixed(study.AucHigh, 3)}), slope {Format.Fixed(study.Slope, 3)} ({Format.Fixed(study.SlopeLow, 3)}–{Format.Fixed(study.SlopeHigh, 3)}), calibration error {Format.Fixed(study.ExpectedError, 4)} (a perfect model stays below {Format.Fixed(study.ExpectedErrorLimit, 4)}), log-loss {Format.Fixed(study.LogLoss, 5)}, Brier {Format.Fixed(study.Brier, 5)}");
        foreach (var left in study.LeftOut)
        {
            Console.WriteLine("- " + left.In(language));
        }

        Console.WriteLine();
        foreach (var customer in study.Customers.Take(top))
        {
            Console.WriteLine($"{(customer.Name.Length > 0 ? customer.Name : (ko ? "줄 " : "row ") + Format.Whole(customer.Row + 1))}: {Format.Percent(customer.Risk.Probability)} ({Format.Percent(customer.Risk.Low)}–{Format.Percent(customer.Risk.High)}) {string.Join("; ", customer.Risk.Reasons.Select(reason => reason.Label.In(language)))}");
        }
    }

    public static void Write(Utf8JsonWriter json, SnapshotChurnStudy study, int top)
    {
        json.WriteStartObject();
        json.WriteNumber("n", study.N);
        json.WriteNumber("left", study.Left);
        SuccessJson.Interval(json, "auc", study.Auc, study.AucLow, study.AucHigh);
        SuccessJson.Interval(json, "slope", study.Slope, study.SlopeLow, study.SlopeHigh);
        json.WriteNumber("logLoss", study.LogLoss);
        json.WriteNumber("brier", study.Brier);
        json.WriteNumber("expectedError", study.ExpectedError);
        json.WriteNumber("expectedErrorLimit", study.ExpectedErrorLimit);
        json.WriteStartArray("fields");
        foreach (var field in study.Fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        json.WriteStartArray("customers");
        foreach (var customer in study.Customers.Take(top))
        {
            json.WriteStartObject();
            json.WriteNumber("row", customer.Row + 1);
            json.WriteString("name", customer.Name);
            SuccessJson.Interval(json, "probability", customer.Risk.Probability, customer.Risk.Low, customer.Risk.High);
            json.WriteString("why", string.Join("; ", customer.Risk.Reasons.Select(reason => reason.Label.En)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
