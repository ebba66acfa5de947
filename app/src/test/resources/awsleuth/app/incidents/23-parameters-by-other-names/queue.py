import boto3

sqs = boto3.client("sqs")


def send(load):
    return sqs.send_message(
        QueueURL="https://sqs.eu-west-1.amazonaws.com/111122223333/grain", Body=load, DelaySeconds="30"
    )
