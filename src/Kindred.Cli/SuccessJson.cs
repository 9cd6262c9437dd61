using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary>Running customers as JSON.</summary>
internal static class SuccessJson
{
    public static void Health(Utf8JsonWriter json, AccountFacts facts, SuccessStudy study, int top)
    {
        json.WriteStartObject();
        Head(json, study);
        Model(json, study.Model);
        json.WriteStartArray("customers");
        foreach (var customer in study.AtRisk.Take(top))
        {
            Customer(json, facts, customer, study.Currency);
        }

        json.WriteEndArray();
        json.WriteStartArray("silent");
        foreach (var customer in study.Silent)
        {
            json.WriteStartObject();
            Company(json, facts, customer.Account);
            json.WriteString("lastUsed", Format.Date(customer.SilentSince!.Value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("renewals");
        foreach (var month in study.Renewals)
        {
            json.WriteStartObject();
            json.WriteString("month", Format.Date(month.Month));
            json.WriteNumber("customers", month.Renewals.Count);
            json.WriteNumber("monthly", Major(month.Monthly, study.Currency));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Alerts(json, facts, study);
        json.WriteStartArray("notes");
        foreach (var note in study.Notes)
        {
            json.WriteStringValue(note.Message.En);
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in study.Assumptions)
        {
            json.WriteStringValue(assumption.En);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Head(Utf8JsonWriter json, SuccessStudy study)
    {
        json.WriteString("asOf", Format.Date(study.AsOf));
        json.WriteString("currency", study.Currency);
        json.WriteNumber("running", study.Customers.Count);
        json.WriteString("keyFeature", study.KeyFeature);
        json.WriteString("weights", study.Request.Weights.ToString());
    }

    public static void Company(Utf8JsonWriter json, AccountFacts facts, int account)
    {
        json.WriteString("id", facts.Companies[account].Key);
        json.WriteString("company", facts.Companies[account].Name);
    }

    public static decimal Major(double minor, string currency) => currency.Length == 0 ? 0 : new Money((long)Math.Round(minor), currency).Major;

    private static void Model(Utf8JsonWriter json, ChurnModel model)
    {
        json.WriteStartObject("model");
        json.WriteBoolean("isProbability", model.IsProbability);
        json.WriteString("said", model.Said.En);
        json.WriteNumber("rows", model.Rows);
        json.WriteNumber("customers", model.Customers);
        json.WriteNumber("departures", model.Departures);
        json.WriteNumber("need", model.Need);
        if (model.Quality is { } quality)
        {
            json.WriteStartObject("later");
            json.WriteString("from", Format.Date(quality.From));
            json.WriteNumber("rows", quality.Rows);
            json.WriteNumber("customers", quality.Customers);
            json.WriteNumber("departures", quality.Departures);
            Interval(json, "auc", quality.Auc, quality.AucLow, quality.AucHigh);
            if (quality is { Slope: { } slope, SlopeLow: { } low, SlopeHigh: { } high })
            {
                Interval(json, "slope", slope, low, high);
            }

            json.WriteNumber("expectedError", quality.ExpectedError);
            json.WriteNumber("expectedErrorLimit", quality.ExpectedErrorLimit);
            json.WriteNumber("mean", quality.Mean);
            json.WriteNumber("rate", quality.Rate);
            json.WriteEndObject();
        }

        if (model.Fall is { AfterFall: { } after, Otherwise: { } otherwise } fall)
        {
            json.WriteStartObject("fall");
            json.WriteNumber("n", fall.Fallen);
            json.WriteNumber("left", fall.FallenLeft);
            Interval(json, "rate", after.Rate, after.Low, after.High);
            json.WriteNumber("othersN", fall.Others);
            json.WriteNumber("othersLeft", fall.OthersLeft);
            Interval(json, "othersRate", otherwise.Rate, otherwise.Low, otherwise.High);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Customer(Utf8JsonWriter json, AccountFacts facts, CustomerHealth customer, string currency)
    {
        json.WriteStartObject();
        Company(json, facts, customer.Account);
        json.WriteString("tier", customer.Place.Tier.ToString());
        json.WriteString("startedOn", Format.Date(customer.StartedOn));
        json.WriteNumber("monthly", Major(customer.Monthly, currency));
        if (customer.Health.Total is { } total)
        {
            Interval(json, "health", total, customer.Health.Low, customer.Health.High);
        }

        json.WriteStartArray("factors");
        foreach (var factor in customer.Health.Factors)
        {
            json.WriteStartObject();
            json.WriteString("factor", HealthWeights.Id(factor.Factor));
            json.WriteNumber("weight", factor.Weight);
            json.WriteNumber("counted", factor.Counted);
            if (factor.Score is { } score)
            {
                json.WriteNumber("score", score);
            }

            json.WriteString("said", factor.Said.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (customer.Risk is { } risk)
        {
            Interval(json, "leavesWithin90Days", risk.Probability, risk.Low, risk.High);
            json.WriteStartArray("reasons");
            foreach (var reason in risk.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("field", reason.Field);
                json.WriteString("said", reason.Label.En);
                json.WriteNumber("odds", reason.Odds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteString("renewsOn", Format.Date(customer.Renewal.On));
        json.WriteEndObject();
    }

    private static void Alerts(Utf8JsonWriter json, AccountFacts facts, SuccessStudy study)
    {
        json.WriteStartArray("alerts");
        foreach (var alert in study.Alerts)
        {
            json.WriteStartObject();
            Company(json, facts, alert.Account);
            json.WriteBoolean("raised", alert.IsRaised);
            json.WriteString("kinds", string.Join(',', alert.Kinds));
            json.WriteString("why", string.Join("; ", alert.Reasons.Select(reason => reason.En)));
            json.WriteNumber("atStake", Major(alert.AtStake, study.Currency));
            json.WriteString("waits", alert.Waits?.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Interval(Utf8JsonWriter json, string name, double value, double low, double high)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", value);
        json.WriteNumber("low", low);
        json.WriteNumber("high", high);
        json.WriteEndObject();
    }
}
