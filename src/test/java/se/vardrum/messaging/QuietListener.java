package se.vardrum.messaging;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;

/** All of SMPP that the product never asks for. */
class QuietListener implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm it, SMPPServerSession source) throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti it, SMPPServerSession source)
            throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm it, SMPPServerSession source) throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm it, SMPPServerSession source) throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public void onAcceptCancelSm(CancelSm it, SMPPServerSession source) throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm it, SMPPServerSession source)
            throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm it, SMPPServerSession source)
            throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm it, SMPPServerSession source)
            throws ProcessRequestException {
        throw unwanted();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm it, Session source) throws ProcessRequestException {
        throw unwanted();
    }

    private static ProcessRequestException unwanted() {
        return new ProcessRequestException("the product never asks for this", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
